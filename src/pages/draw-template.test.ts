import { describe, expect, test } from 'vitest';
import { drawTemplate, escapeHtml } from './draw-template.ts';

describe('drawTemplate', () => {
  const templates = { page: '<p title="{{title}}">{{title}}</p>{{> parts/end}}', 'parts/end': '<i>{{{html}}}</i>\n' };

  test('escapes texts and leaves ready HTML alone', () => {
    expect(drawTemplate(templates, 'page', { title: `"><script>'&`, html: '<b>x</b>' })).toBe(
      '<p title="&quot;&gt;&lt;script&gt;&#39;&amp;">&quot;&gt;&lt;script&gt;&#39;&amp;</p><i><b>x</b></i>',
    );
  });

  test('says which template or part is missing', () => {
    expect(() => drawTemplate(templates, 'lesson', {})).toThrow('There is no template "lesson.html"');
    expect(() => drawTemplate({ page: '{{> parts/gone}}' }, 'page', {})).toThrow(
      '"page.html" wants a part "parts/gone.html"',
    );
  });

  test('a text that looks like a template stays a text', () => {
    expect(drawTemplate({ page: '{{title}}' }, 'page', { title: '{{html}}', html: 'x' })).toBe('{{html}}');
  });
});

test('escapeHtml takes anything', () => {
  expect(escapeHtml(7)).toBe('7');
});
