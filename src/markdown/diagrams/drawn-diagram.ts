/** A diagram drawn from its text, with its size in CSS pixels, or what is wrong with the text. */
export type DrawnDiagram =
  | { readonly svg: string; readonly width: number; readonly height: number }
  /** `line` counts from the first line of the text. */
  | { readonly problem: string; readonly line?: number };

/** Draws a diagram, or gives the drawing that was prepared. */
export type DiagramSource = (text: string) => DrawnDiagram;
