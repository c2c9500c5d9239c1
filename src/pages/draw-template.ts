import mustache from 'mustache';
import type { Templates } from './page-kit.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text made safe for HTML, between tags and in quoted attributes. */
export function escapeHtml(text: unknown): string {
  return String(text).replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/**
 * Fills the template of this name; `{{> name}}` finds its parts among the same templates.
 * Throws when there is no such template: the installation is broken then.
 */
export function drawTemplate(templates: Templates, name: string, view: object): string {
  const template = templates[name];
  if (template === undefined) throw new Error(`There is no template "${name}.html".`);
  const part = (wanted: string): string => {
    const text = templates[wanted];
    if (text === undefined) throw new Error(`Template "${name}.html" wants a part "${wanted}.html" that is not there.`);
    return text.trimEnd();
  };
  return mustache.render(template, view, part, { escape: escapeHtml });
}
