// Run as a child process by `run.mjs`: the same text through remark alone, as the floor. Parameter: the course folder.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import rehypeStringify from 'rehype-stringify';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkRehype from 'remark-rehype';
import { unified } from 'unified';

const folder = process.argv[2] ?? '';
const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).use(rehypeStringify).freeze();
let characters = 0;
for (const name of (await readdir(folder)).filter((file) => file.endsWith('.md'))) {
  characters += String(processor.processSync(await readFile(path.join(folder, name), 'utf8'))).length;
}
process.stdout.write(String(characters));
