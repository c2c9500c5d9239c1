import { XMLParser, XMLValidator } from 'fast-xml-parser';
import type { PackageFault } from './verify-package.ts';

/** The name of the manifest in every SCORM package, at its root. */
export const manifestPath = 'imsmanifest.xml';

/** An element as fast-xml-parser gives it with `preserveOrder`: its name is the key that is not `:@`. */
interface Node {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Node[];
  readonly text: string;
}

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
});

/**
 * Checks what the schemas of a manifest leave open: references (XSD does not resolve IDREFs), identifiers, titles, and
 * that manifest and package list the same files.
 */
export function lintManifest(xml: string, paths: readonly string[]): readonly PackageFault[] {
  const valid = XMLValidator.validate(xml);
  if (valid !== true) return [{ path: manifestPath, reason: `it is not well-formed: ${valid.err.msg}` }];
  const nodes = readNodes(parser.parse(xml)).flatMap(withDescendants);
  const reasons = [
    ...lintIdentifiers(nodes),
    ...lintReferences(nodes),
    ...lintTitles(nodes),
    ...lintFiles(nodes, new Set(paths)),
  ];
  const listed = new Set(named(nodes, 'file').map((file) => file.attributes.get('href')));
  const unlisted = paths.filter((path) => !isControlFile(path) && !listed.has(path));
  return [
    ...reasons.map((reason) => ({ path: manifestPath, reason })),
    ...unlisted.map((path) => ({ path, reason: 'the manifest does not list it' })),
  ];
}

/** The manifest and the schemas at the root belong to the package itself, no resource lists them. */
function isControlFile(path: string): boolean {
  return path === manifestPath || /^[^/]+\.xsd$/.test(path);
}

function lintIdentifiers(nodes: readonly Node[]): string[] {
  const seen = new Set<string>();
  return nodes.flatMap((node) => {
    const id = node.attributes.get('identifier');
    if (id === undefined) return [];
    const reasons = seen.has(id) ? [`the identifier \`${id}\` stands twice`] : [];
    if (!/^[A-Za-z][A-Za-z0-9._-]*$/.test(id)) reasons.push(`the identifier \`${id}\` is no xs:ID of ASCII characters`);
    seen.add(id);
    return reasons;
  });
}

function lintReferences(nodes: readonly Node[]): string[] {
  const identifiers = (name: string) => new Set(named(nodes, name).map((node) => node.attributes.get('identifier')));
  const organizations = named(nodes, 'organizations').flatMap(({ attributes }) => {
    const id = attributes.get('default');
    if (id === undefined) return ['`organizations` has no `default`'];
    return identifiers('organization').has(id) ? [] : [`the default organization \`${id}\` does not exist`];
  });
  const items = [...named(nodes, 'item'), ...named(nodes, 'dependency')].flatMap(({ attributes }) => {
    const id = attributes.get('identifierref');
    return id === undefined || identifiers('resource').has(id) ? [] : [`the resource \`${id}\` does not exist`];
  });
  return [...organizations, ...items];
}

function lintTitles(nodes: readonly Node[]): string[] {
  return [...named(nodes, 'organization'), ...named(nodes, 'item')].flatMap(({ name, attributes, children }) => {
    const title = children.find((child) => child.name === 'title')?.text.trim() ?? '';
    // Moodle holds "0" for no title.
    return title === '' || title === '0' ? [`the ${name} \`${attributes.get('identifier')}\` has no title`] : [];
  });
}

function lintFiles(nodes: readonly Node[], paths: ReadonlySet<string>): string[] {
  return named(nodes, 'resource').flatMap((resource) => {
    const files = resource.children
      .filter((child) => child.name === 'file')
      .map((file) => file.attributes.get('href') ?? '');
    const absent = files.filter((href) => !paths.has(href)).map((href) => `the file \`${href}\` is not in the package`);
    const href = resource.attributes.get('href');
    if (href !== undefined && !files.includes(href))
      absent.push(`the launch page \`${href}\` is not a file of its resource`);
    return absent;
  });
}

function named(nodes: readonly Node[], name: string): Node[] {
  return nodes.filter((node) => node.name === name);
}

function withDescendants(node: Node): Node[] {
  return [node, ...node.children.flatMap(withDescendants)];
}

function readNodes(list: unknown): Node[] {
  if (!Array.isArray(list)) return [];
  return list.flatMap((value: unknown) => {
    if (typeof value !== 'object' || value === null) return [];
    const entries = new Map<string, unknown>(Object.entries(value));
    const name = [...entries.keys()].find((key) => key !== ':@' && key !== '#text');
    if (name === undefined) return [];
    const content = entries.get(name);
    return [
      { name, attributes: readAttributes(entries.get(':@')), children: readNodes(content), text: readText(content) },
    ];
  });
}

function readAttributes(value: unknown): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null) return new Map();
  return new Map(Object.entries(value).map(([name, text]) => [name, String(text)]));
}

function readText(list: unknown): string {
  if (!Array.isArray(list)) return '';
  return list.map((child: { '#text'?: unknown }) => String(child['#text'] ?? '')).join('');
}
