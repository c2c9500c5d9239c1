/** The colours of a diagram by role. Text on `surface`, `group` and the page must reach 4.5:1, lines 3:1. */
export interface DiagramColours {
  /** The page behind the diagram: behind labels that stand on a line. */
  readonly page: string;
  readonly text: string;
  /** Labels of lines, notes. */
  readonly muted: string;
  readonly line: string;
  readonly arrow: string;
  readonly surface: string;
  readonly border: string;
  readonly group: string;
  readonly groupHeader: string;
}

/** Diagrams follow the page's scheme by a media query of their own, since they are shown as images. */
export const diagramTheme: {
  readonly light: DiagramColours;
  readonly dark: DiagramColours;
  readonly font: string;
  /** Of the drawing's own units to CSS pixels: text is drawn at 13 and 11. */
  readonly scale: number;
} = {
  light: {
    page: '#ffffff',
    text: '#1d2521',
    muted: '#4f5a54',
    line: '#6f7d75',
    arrow: '#0b6e4f',
    surface: '#eef5f1',
    border: '#5f9580',
    group: '#fafcfb',
    groupHeader: '#e3ece7',
  },
  dark: {
    page: '#151a18',
    text: '#e9efec',
    muted: '#b3bfb9',
    line: '#84938b',
    arrow: '#5ccba0',
    surface: '#1f2d27',
    border: '#4f8f77',
    group: '#1a211e',
    groupHeader: '#26322d',
  },
  font: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif",
  scale: 1.15,
};
