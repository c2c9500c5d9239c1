import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Code, Heading, Nodes, Root, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

export const root = path.resolve(import.meta.dirname, '../..');

/** One page of the documentation, parsed. */
export interface DocsPage {
  /** Relative to the project: `docs/authoring.md`. */
  readonly path: string;
  readonly tree: Root;
}

export function readPage(file: string): DocsPage {
  const text = readFileSync(path.join(root, file), 'utf8');
  return { path: file, tree: unified().use(remarkParse).use(remarkGfm).parse(text) };
}

/** All pages: those at the top of the project and those in `docs/`. */
export function readPages(): readonly DocsPage[] {
  const docs = readdirSync(path.join(root, 'docs')).filter((name) => name.endsWith('.md'));
  const top = readdirSync(root).filter((name) => name.endsWith('.md'));
  return [...top, ...docs.map((name) => `docs/${name}`)].sort().map(readPage);
}

export function codeBlocks(page: DocsPage): readonly Code[] {
  return nodesOf(page.tree, 'code');
}

/** The tables under the heading of this text, up to the next heading. Cells as plain text. */
export function tablesUnder(page: DocsPage, heading: string): readonly (readonly (readonly string[])[])[] {
  const { children } = page.tree;
  const start = children.findIndex((node) => node.type === 'heading' && textOf(node) === heading);
  if (start < 0) throw new Error(`${page.path} has no heading "${heading}".`);
  const length = children.slice(start + 1).findIndex((node) => node.type === 'heading');
  const section = children.slice(start + 1, length < 0 ? undefined : start + 1 + length);
  return section.filter((node) => node.type === 'table').map(cellsOf);
}

/** The only table under a heading, without its header row. */
export function rowsUnder(page: DocsPage, heading: string): readonly (readonly string[])[] {
  const [table, ...others] = tablesUnder(page, heading);
  if (table === undefined || others.length > 0) throw new Error(`${page.path}: not one table under "${heading}".`);
  return table.slice(1);
}

const cellsOf = (table: Table): string[][] => table.children.map((row) => row.children.map((cell) => textOf(cell)));

/** Anchors of a page, as GitHub makes them. */
export function anchorsOf(page: DocsPage): ReadonlySet<string> {
  const anchors = new Set<string>();
  for (const heading of nodesOf<Heading>(page.tree, 'heading')) {
    const plain = textOf(heading)
      .toLowerCase()
      .replace(/[^\p{Letter}\p{Mark}\p{Number}\p{Connector_Punctuation} -]/gu, '')
      .replace(/ /g, '-');
    let anchor = plain;
    for (let count = 1; anchors.has(anchor); count++) anchor = `${plain}-${count}`;
    anchors.add(anchor);
  }
  return anchors;
}

export function nodesOf<N extends Nodes>(tree: Root, type: N['type']): readonly N[] {
  const found: N[] = [];
  visit(tree, (node) => {
    if (node.type === type) found.push(node as N);
  });
  return found;
}
