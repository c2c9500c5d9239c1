import type { RenderedTheme } from './theme/render-theme.ts';

/** What a page's template knows of the course's theme. */
export interface PageLook {
  /** Address of the theme's style; empty if there is none. */
  readonly style: string;
  /** HTML of the logo; empty if there is none. */
  readonly logo: string;
}

/** @param prefix leads from the page to the root of the package: `../`, or nothing */
export function pageLook(theme: RenderedTheme | null, prefix: string): PageLook {
  return {
    style: theme === null || theme.css === '' ? '' : `${prefix}theme.css`,
    logo: theme?.logo?.html(prefix) ?? '',
  };
}
