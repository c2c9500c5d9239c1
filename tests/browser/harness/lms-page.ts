import path from 'node:path';
import { build } from 'esbuild';
import type { LmsSettings } from './lms-settings.ts';

/**
 * The pages that act as an LMS, by path. The API stands in `/lms/top.html`; the course is either two frames further
 * down, or in a window that the page opens.
 */
export async function lmsPages(): Promise<
  (settings: LmsSettings, stored: Readonly<Record<string, string>>) => ReadonlyMap<string, string>
> {
  const bundle = await build({
    entryPoints: [path.join(import.meta.dirname, 'lms-script.ts')],
    bundle: true,
    format: 'iife',
    write: false,
    logLevel: 'silent',
  });
  const script = bundle.outputFiles[0]?.text ?? '';
  return (settings, stored) => {
    const data = JSON.stringify({ ...settings, stored }).replaceAll('<', '\\u003c');
    const course = settings.shown === 'nested' ? nested : popup;
    return new Map([
      ['/lms/top.html', document('An LMS', `${course}${begin(data, settings.kind)}`)],
      [
        '/lms/activity.html',
        document('An activity', '<iframe id="course" title="Course" src="/content/index.html"></iframe>'),
      ],
      ['/lms/lms-script.js', script],
      ['/login', document('Log in', '<form><label>Name <input></label></form>')],
      ['/elsewhere.html', document('Elsewhere', '<p>Another page.</p>')],
    ]);
  };
}

const nested = '<iframe id="activity" title="Activity"></iframe>';
const popup = `<button id="open" type="button">Open the course</button><script>
document.getElementById('open').addEventListener('click', () => window.open('/content/index.html', 'course', 'popup,width=1000,height=700'));
</script>`;

/** The API stands before the frame that needs it is filled. */
const begin = (data: string, kind: LmsSettings['kind']): string => `<script>window.lmsPage = ${data};</script>
${kind === 'simulator' ? '' : '<script src="/lms/scorm-again.js"></script><script>window.lmsPage.scormAgain = Scorm12API;</script>'}
<script src="/lms/lms-script.js"></script>
<script>document.getElementById('activity')?.setAttribute('src', '/lms/activity.html');</script>`;

const document = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title><link rel="icon" href="data:,">
<style>html, body { height: 100%; margin: 0 } iframe { border: 0; width: 100%; height: 100%; display: block }</style>
</head><body>${body}</body></html>
`;
