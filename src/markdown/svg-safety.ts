import { XMLParser, XMLValidator } from 'fast-xml-parser';

const refusedElements: ReadonlySet<string> = new Set([
  ...[
    'script',
    'foreignobject',
    'iframe',
    'embed',
    'object',
    'audio',
    'video',
    'canvas',
    'link',
    'meta',
    'handler',
    'listener',
  ],
]);

/** Attributes that fetch. */
const addresses: ReadonlySet<string> = new Set(['href', 'src', 'data', 'from', 'to', 'values', 'by']);

const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseAttributeValue: false,
  parseTagValue: false,
  processEntities: true,
  htmlEntities: true,
  trimValues: false,
});

/**
 * Judges an SVG before it is packaged. It is shown by `<img>`, where browsers run no script and load nothing; yet it is
 * a file of the LMS's origin that anyone can open, and there its script would run.
 *
 * @returns what is wrong with it, empty if it is safe
 */
export function svgProblems(text: string): string[] {
  if (/<!(?:DOCTYPE|ENTITY|ATTLIST|ELEMENT)/i.test(text)) return ['it has a document type or entities'];
  if (/<\?xml-stylesheet/i.test(text)) return ['it loads a style sheet'];
  if (XMLValidator.validate(text) !== true) return ['it is not well-formed XML'];
  const problems = new Set<string>();
  const nodes: unknown[] = [parser.parse(text)];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    if (Array.isArray(node)) nodes.push(...node);
    else if (typeof node === 'object' && node !== null) judgeNode(node as Record<string, unknown>, nodes, problems);
  }
  return [...problems].sort();
}

function judgeNode(node: Record<string, unknown>, nodes: unknown[], problems: Set<string>): void {
  for (const [key, content] of Object.entries(node)) {
    if (key === ':@') {
      judgeAttributes(content as Record<string, unknown>, problems);
      continue;
    }
    const name = local(key);
    if (refusedElements.has(name)) problems.add(`it holds \`<${name}>\``);
    if (name === 'style') judgeStyle(textOf(content), problems);
    if (Array.isArray(content)) nodes.push(content);
  }
}

function judgeAttributes(attributes: Record<string, unknown>, problems: Set<string>): void {
  for (const [key, content] of Object.entries(attributes)) {
    const name = local(key);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: browsers skip them when they read an address
    const value = String(content).replace(/[\u0000-\u0020]/g, '');
    if (name.startsWith('on')) problems.add(`it has a handler, \`${name}\``);
    if (/(?:javascript|vbscript):/i.test(value) || /data:(?!image\/(?:png|jpe?g|gif|webp|avif)[;,])/i.test(value)) {
      problems.add(`\`${name}\` holds an address that can run script`);
    }
    if (addresses.has(name) && /^(?:[a-z][a-z0-9+.-]*:|[\\/]{2})/i.test(value) && !/^data:image\//i.test(value)) {
      problems.add(`\`${name}\` points outside the file`);
    }
    if ((name === 'href' || name === 'src') && value !== '' && !/^(?:#|data:image\/)/i.test(value)) {
      problems.add(`\`${name}\` points outside the file`);
    }
    if (name === 'attributename' && /(?:^|:)href$|^on/i.test(value))
      problems.add('it animates an address or a handler');
    judgeStyle(value, problems);
  }
}

function judgeStyle(css: string, problems: Set<string>): void {
  // A backslash can hide any word from a search: `\75rl(`.
  if (/\\[0-9a-f]/i.test(css)) problems.add('its style holds escapes');
  if (/@import/i.test(css)) problems.add('its style imports another');
  for (const [, address = ''] of css.matchAll(/url\(\s*["']?\s*([^"')]*)/gi)) {
    if (!/^(?:#|data:image\/(?:png|jpe?g|gif|webp))/i.test(address)) problems.add('its style points outside the file');
  }
  if (/(?:image-set|expression)\s*\(|-moz-binding/i.test(css)) problems.add('its style can load or run something');
}

function textOf(content: unknown): string {
  if (Array.isArray(content)) return content.map(textOf).join('');
  if (typeof content !== 'object' || content === null) return String(content);
  return Object.values(content).map(textOf).join('');
}

function local(name: string): string {
  return name.slice(name.lastIndexOf(':') + 1).toLowerCase();
}
