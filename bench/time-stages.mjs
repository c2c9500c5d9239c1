// Run as a child process by `run.mjs`: one build through the library, each stage timed. Parameters: course, out.
import { mkdir } from 'node:fs/promises';
import path from 'node:path';

const [folder = '', out = ''] = process.argv.slice(2);
const stages = {};
let began = performance.now();
const done = (stage) => {
  stages[stage] = performance.now() - began;
  began = performance.now();
};

const { compile, loadToolbox, readProject, targets, writePackage } = await import('../lib/index.js');
done('load');
const toolbox = await loadToolbox();
done('toolbox');
const project = await readProject(folder, process.cwd());
done('read');
const { output, sources } = await compile(project, targets[0], toolbox);
done('compile');
if (output === null) throw new Error(sources.flatMap((file) => file.messages.map(String)).join('\n'));
await mkdir(out, { recursive: true });
const { bytes } = await writePackage(output.files, path.join(out, `${output.course.id}.zip`), { date: new Date(0) });
done('write');
const pages = output.files.filter((file) => file.path.startsWith('pages/'));
const html = pages.reduce((sum, file) => sum + Buffer.byteLength(file.text ?? ''), 0);
process.stdout.write(JSON.stringify({ stages, bytes, files: output.files.length, html }));
process.exit(0);
