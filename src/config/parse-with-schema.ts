import type { Position } from 'unist';
import type { VFile } from 'vfile';
import type { z } from 'zod';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { report } from '../diagnostics/report.ts';
import { proposedId } from './proposed-id.ts';
import type { YamlSource } from './yaml-source.ts';

type Issue = z.core.$ZodIssue;

/**
 * Checks a parsed YAML value by a schema and reports every fault on `file` at the exact key or value, with what to
 * write instead. A misspelt key beside the missing one it stands for becomes one message.
 *
 * @param noun what the value is, for messages: "course.yml", "the front matter", "a single-choice question"
 * @param under where the value stands in the source, if it is a part of it
 * @returns the parsed value with defaults, or null if there were faults
 */
export function parseWithSchema<T>(
  schema: z.ZodType<T>,
  source: YamlSource,
  file: VFile,
  noun: string,
  under: readonly PropertyKey[] = [],
): T | null {
  const value = under.reduce<unknown>(
    (inner, step) => (isRecord(inner) ? inner[String(step)] : undefined),
    source.value,
  );
  const result = schema.safeParse(value ?? {}, { reportInput: true });
  if (result.success) return result.data;

  const issues = flatten(result.error.issues);
  const missing = issues.filter(isMissing);
  const explained = new Set<Issue>();
  for (const issue of issues) {
    if (issue.code !== 'unrecognized_keys') continue;
    for (const key of issue.keys) {
      const path = [...under, ...issue.path, key];
      const sameObject = missing.filter((other) => samePath(other.path.slice(0, -1), issue.path));
      const lacking = didYouMean(
        key,
        sameObject.map((other) => String(other.path.at(-1))),
      );
      for (const other of sameObject) if (String(other.path.at(-1)) === lacking) explained.add(other);
      const known = knownKeys(schema, issue.path);
      const meant = lacking ?? didYouMean(key, known);
      report(file, 'unknown-key', {
        reason: `\`${key}\` is not a key of ${nounAt(noun, issue.path)}`,
        fix:
          meant === null
            ? `Known keys: ${known.map((name) => `\`${name}\``).join(', ')}`
            : `Did you mean \`${meant}\`?`,
        at: source.keyAt(path),
      });
    }
  }
  for (const issue of issues) {
    if (issue.code === 'unrecognized_keys' || explained.has(issue)) continue;
    const path = [...under, ...issue.path];
    if (isMissing(issue)) {
      const key = String(issue.path.at(-1));
      report(file, 'missing-key', {
        reason: `${capital(nounAt(noun, issue.path.slice(0, -1)))} has no \`${key}\``,
        fix:
          (issue.path.length === 1 ? idFromTitle(key, value) : null) ??
          describe(schema, issue.path) ??
          `Add \`${key}: …\``,
        at: firstPoint(source.at(path.slice(0, -1))),
      });
      continue;
    }
    const written = unquoted(issue) ? source.text(path)?.value : undefined;
    report(file, 'invalid-value', {
      reason: `${pathText(issue.path, noun)}: ${written === undefined ? faultText(issue) : `\`${written}\` is no text for YAML`}`,
      fix:
        written === undefined
          ? (idFromWords(issue) ?? describe(schema, issue.path) ?? expectation(issue))
          : `Put it in quotes: \`"${written}"\``,
      at: source.at(path),
    });
  }
  return null;
}

/** What has a title already has the words for its id. */
function idFromTitle(key: string, value: unknown): string | null {
  const title = key === 'id' && isRecord(value) ? value['title'] : undefined;
  const id = typeof title === 'string' ? proposedId(title, '') : '';
  return id === '' ? null : `Write \`id: ${id}\``;
}

/** `id: Bad Course` → `bad-course`. */
function idFromWords({ code, path, input }: Issue): string | null {
  const id = path.at(-1) === 'id' && code === 'invalid_format' ? proposedId(String(input), '') : '';
  return id === '' ? null : `Write \`id: ${id}\``;
}

/** The branch of a union that came nearest says most: the one whose discriminator matched, else the fewest faults. */
function flatten(issues: readonly Issue[]): Issue[] {
  return issues.flatMap((issue): Issue[] => {
    if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue];
    const branches = issue.errors.map((branch) => flatten(branch));
    const nearest = branches.reduce((best, branch) => (weight(branch) < weight(best) ? branch : best));
    if (nearest.every((inner) => inner.path.length === 0)) return [issue];
    return nearest.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }));
  });
}

const weight = (issues: readonly Issue[]): number =>
  issues.reduce((sum, issue) => sum + (issue.path.length === 0 && issue.code === 'invalid_type' ? 100 : 1), 0);

function isMissing(issue: Issue): boolean {
  return (
    issue.path.length > 0 &&
    issue.input === undefined &&
    (issue.code === 'invalid_type' || issue.code === 'invalid_value' || issue.code === 'invalid_union')
  );
}

/** A number or a truth value where a text belongs: the author meant the text and only forgot the quotes. */
const unquoted = (issue: Issue): boolean =>
  issue.code === 'invalid_type' &&
  issue.expected === 'string' &&
  (typeof issue.input === 'number' || typeof issue.input === 'boolean');

const samePath = (a: readonly PropertyKey[], b: readonly PropertyKey[]): boolean =>
  a.length === b.length && a.every((step, index) => step === b[index]);

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function pathText(path: readonly PropertyKey[], noun: string): string {
  if (path.length === 0) return capital(noun);
  return `\`${path.map((step, index) => (typeof step === 'number' ? `[${step + 1}]` : `${index > 0 ? '.' : ''}${String(step)}`)).join('')}\``;
}

const nounAt = (noun: string, path: readonly PropertyKey[]): string =>
  path.length === 0 ? noun : pathText(path, noun);

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const firstPoint = (position: Position): Position => ({ start: position.start, end: position.start });

function faultText(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${issue.input === null ? 'the value is missing' : `expected ${article(issue.expected)}, not ${shown(issue.input)}`}`;
    case 'invalid_value':
      return `${shown(issue.input)} is not one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'the text is empty'
        : `${shown(issue.input)} is ${issue.inclusive === false ? 'not more' : 'less'} than ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `the text is longer than ${issue.maximum} characters`
        : `${shown(issue.input)} is more than ${issue.maximum}`;
    case 'invalid_union':
      return `${shown(issue.input)} is not understood here`;
    default:
      return issue.message;
  }
}

function expectation(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'array' && typeof issue.input === 'string')
        return `Write a list, also of one: \`[${issue.input}]\``;
      return `Write ${article(issue.expected)}${issue.input === null ? ', or remove the key' : ''}`;
    case 'invalid_value':
      return `Write one of ${issue.values.map((value) => `\`${String(value)}\``).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'Write a text, or remove the key'
        : `Write ${issue.inclusive === false ? `more than ${issue.minimum}` : `${issue.minimum} or more`}`;
    case 'too_big':
      return `Write at most ${issue.maximum}${issue.origin === 'string' ? ' characters' : ''}`;
    default:
      return 'See the reference of formats for what may stand here';
  }
}

function article(type: string): string {
  const words: Record<string, string> = {
    string: 'a text',
    number: 'a number',
    int: 'a whole number',
    boolean: '`true` or `false`',
    array: 'a list',
    object: 'keys with values',
    record: 'keys with values',
  };
  return words[type] ?? type;
}

function shown(input: unknown): string {
  if (input === null || input === undefined) return 'nothing';
  if (typeof input === 'string') return `\`${input.length > 40 ? `${input.slice(0, 40)}…` : input}\``;
  if (Array.isArray(input)) return 'a list';
  if (typeof input === 'object') return 'keys with values';
  return `\`${String(input)}\``;
}

interface Definition {
  readonly type: string;
  readonly shape?: Record<string, z.ZodType>;
  readonly innerType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly in?: z.ZodType;
  readonly valueType?: z.ZodType;
}
const definitionOf = (schema: z.ZodType): Definition => schema.def as unknown as Definition;

/** The schemas that may stand at a path: several where a union branches. */
function schemasAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType[] {
  const definition = definitionOf(schema);
  if (definition.innerType !== undefined) {
    const own = path.length === 0 && schema.description !== undefined ? [schema] : [];
    return [...own, ...schemasAt(definition.innerType, path)];
  }
  if (definition.in !== undefined) return schemasAt(definition.in, path);
  if (definition.options !== undefined) return definition.options.flatMap((option) => schemasAt(option, path));
  const [step, ...rest] = path;
  if (step === undefined) return [schema];
  if (definition.shape !== undefined) {
    const inner = definition.shape[String(step)];
    return inner === undefined ? [] : schemasAt(inner, rest);
  }
  const inner = definition.element ?? definition.valueType;
  return inner === undefined ? [] : schemasAt(inner, rest);
}

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const keys = schemasAt(schema, path).flatMap((found) => Object.keys(definitionOf(found).shape ?? {}));
  return [...new Set(keys)];
}

/** A schema's description may end with "Write …": an example that serves as the fix. */
function describe(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  for (const found of schemasAt(schema, path)) {
    const text = found.meta()?.['fix'];
    if (typeof text === 'string') return text;
  }
  return undefined;
}
