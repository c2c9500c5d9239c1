/** Languages that code blocks may name, as shown to learners: proper names, the same in every language. */
export const codeLanguages: Readonly<Record<string, string>> = {
  bash: 'Bash',
  c: 'C',
  cpp: 'C++',
  csharp: 'C#',
  css: 'CSS',
  diff: 'Diff',
  dockerfile: 'Dockerfile',
  go: 'Go',
  graphql: 'GraphQL',
  http: 'HTTP',
  ini: 'INI',
  java: 'Java',
  javascript: 'JavaScript',
  json: 'JSON',
  kotlin: 'Kotlin',
  makefile: 'Makefile',
  markdown: 'Markdown',
  nginx: 'Nginx',
  php: 'PHP',
  powershell: 'PowerShell',
  properties: 'Properties',
  python: 'Python',
  ruby: 'Ruby',
  rust: 'Rust',
  scss: 'SCSS',
  shell: 'Shell',
  sql: 'SQL',
  swift: 'Swift',
  typescript: 'TypeScript',
  xml: 'XML',
  yaml: 'YAML',
};

const aliases: Readonly<Record<string, string>> = {
  'c#': 'csharp',
  'c++': 'cpp',
  cjs: 'javascript',
  console: 'shell',
  cs: 'csharp',
  docker: 'dockerfile',
  golang: 'go',
  gql: 'graphql',
  htm: 'xml',
  html: 'xml',
  js: 'javascript',
  jsonc: 'json',
  jsx: 'javascript',
  kt: 'kotlin',
  make: 'makefile',
  md: 'markdown',
  mjs: 'javascript',
  patch: 'diff',
  ps1: 'powershell',
  py: 'python',
  rb: 'ruby',
  rs: 'rust',
  sh: 'bash',
  shellsession: 'shell',
  svg: 'xml',
  toml: 'ini',
  ts: 'typescript',
  tsx: 'typescript',
  yml: 'yaml',
  zsh: 'bash',
};

const plain: ReadonlySet<string> = new Set(['plain', 'plaintext', 'text', 'txt']);

/** Names an author may write. */
export const codeLanguageNames: readonly string[] = [...Object.keys(codeLanguages), ...Object.keys(aliases), ...plain];

/** @returns the grammar's name, `'plain'` for text without one, or null if nothing of that name is known */
export function codeLanguage(written: string | null): string | null {
  const name = written?.toLowerCase() ?? 'plain';
  if (plain.has(name)) return 'plain';
  const grammar = Object.hasOwn(aliases, name) ? aliases[name] : name;
  return grammar !== undefined && Object.hasOwn(codeLanguages, grammar) ? grammar : null;
}

/** The name to show: `html` is read by the grammar of XML but is not called so. */
export function codeLanguageLabel(written: string | null, grammar: string): string | null {
  const name = written?.toLowerCase();
  if (name === 'html' || name === 'svg' || name === 'toml' || name === 'jsx' || name === 'tsx')
    return name.toUpperCase();
  return codeLanguages[grammar] ?? null;
}
