import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { BuiltCourse } from './build-course.ts';
import { lmsPages } from './lms-page.ts';
import { type LmsSettings, usualSettings } from './lms-settings.ts';
import type { LmsStore, NotedCall, Saved } from './lms-store.ts';

/** An LMS's web server: the course below `/content/`, the LMS's own pages below `/lms/`. */
export interface TestServer {
  readonly origin: string;
  readonly store: LmsStore;
  /** The course as it is published now. */
  course: BuiltCourse;
  /** Every request, as `GET /content/index.html`. */
  readonly requests: readonly string[];
  /** How the LMS page behaves from its next load on. */
  settings: LmsSettings;
  /** `login`: every request is sent to the login page, as when the session ran out. `broken`: every answer is a 500. */
  health: 'well' | 'login' | 'broken';
  close(): Promise<void>;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.xml': 'text/xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
};

const scormAgain = readFileSync(path.resolve('node_modules/scorm-again/dist/scorm12.min.js'), 'utf8');

/** Serves a built course on a free port of 127.0.0.1. */
export async function serve(course: BuiltCourse, change: Partial<LmsSettings> = {}): Promise<TestServer> {
  const pages = await lmsPages();
  const requests: string[] = [];
  const store: LmsStore = { values: {}, calls: [] };
  const state = { settings: { ...usualSettings, ...change }, health: 'well' as TestServer['health'], course };

  const send = (response: ServerResponse, status: number, name: string, body: string | Buffer): void => {
    response.writeHead(status, { 'content-type': types[path.extname(name)] ?? 'application/octet-stream' });
    response.end(body);
  };

  async function take(request: IncomingMessage, url: string): Promise<string> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    if (url === '/lms/save') {
      const { values, calls } = body as Saved;
      store.values = values;
      store.calls.push(...calls);
    } else if (url === '/lms/commit') {
      const values = body as Record<string, unknown>;
      store.values = Object.fromEntries(
        Object.entries(values).filter(
          (entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1] !== '',
        ),
      );
    } else if (url === '/lms/log') store.calls.push(...(body as NotedCall[]));
    return JSON.stringify({ result: 'true', errorCode: 0 });
  }

  /** Every web server sends films in pieces; without that browsers cannot move in them. */
  const sendRange = (response: ServerResponse, body: Buffer, range: string): void => {
    const [, from = '0', to = ''] = /^bytes=(\d+)-(\d*)$/.exec(range) ?? [];
    const start = Number(from);
    const end = to === '' ? body.length - 1 : Math.min(Number(to), body.length - 1);
    response.writeHead(206, { 'content-range': `bytes ${start}-${end}/${body.length}`, 'accept-ranges': 'bytes' });
    response.end(body.subarray(start, end + 1));
  };

  const server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'http://course.test').pathname;
    requests.push(`${request.method} ${url}`);
    if (state.health === 'broken') return send(response, 500, 'error.html', '<!doctype html><title>Error</title>');
    if (state.health === 'login' && url !== '/login') {
      response.writeHead(302, { location: '/login' });
      response.end();
      return;
    }
    if (request.method === 'POST') {
      void take(request, url).then(
        (body) => send(response, 200, 'answer.txt', body),
        () => send(response, 400, 'answer.txt', 'not understood'),
      );
      return;
    }
    const file = url.startsWith('/content/') ? state.course.files.get(url.slice('/content/'.length)) : undefined;
    const page = url === '/lms/scorm-again.js' ? scormAgain : pages(state.settings, store.values).get(url);
    const body = file ?? page;
    if (body === undefined) send(response, 404, 'missing.txt', 'not found');
    else if (file !== undefined && request.headers.range !== undefined)
      sendRange(response, file, request.headers.range);
    else send(response, 200, page === undefined || path.extname(url) !== '' ? url : 'page.html', body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    store,
    requests,
    get course() {
      return state.course;
    },
    set course(next) {
      state.course = next;
    },
    get settings() {
      return state.settings;
    },
    set settings(next) {
      state.settings = next;
    },
    get health() {
      return state.health;
    },
    set health(next) {
      state.health = next;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
