import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { VFile } from 'vfile';
import { expect, test } from 'vitest';
import { anyCharacter } from '../../../tests/any-character.ts';
import type { Course } from '../../course/course.ts';
import { manifest } from './manifest.ts';

const course: Course = {
  id: 'from-code-to-production',
  title: 'From code to production',
  description: '',
  version: '1.2.0',
  language: 'en',
  direction: 'ltr',
  words: { language: 'en', missing: [], words: {} },
  sections: [],
  pages: [],
  rules: { report: 'passed-incomplete', pass: 80, mustPass: [], completion: 'both' },
  file: new VFile({ path: 'course.yml' }),
  at: () => ({ start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }),
};
const paths = ['index.html', 'pages/edge.html'];

function readTitle(xml: string): unknown {
  const parser = new XMLParser({ parseTagValue: false, trimValues: false });
  return parser.parse(xml).manifest.organizations.organization.item.title;
}

test('a manifest, whole', () => {
  expect(manifest(course, paths)).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <manifest identifier="course-from-code-to-production" version="1.2.0" xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2" xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://www.imsproject.org/xsd/imscp_rootv1p1p2 imscp_rootv1p1p2.xsd http://www.adlnet.org/xsd/adlcp_rootv1p2 adlcp_rootv1p2.xsd">
      <metadata>
        <schema>ADL SCORM</schema>
        <schemaversion>1.2</schemaversion>
      </metadata>
      <organizations default="organization-from-code-to-production">
        <organization identifier="organization-from-code-to-production">
          <title>From code to production</title>
          <item identifier="item-from-code-to-production" identifierref="resource-from-code-to-production" isvisible="true">
            <title>From code to production</title>
          </item>
        </organization>
      </organizations>
      <resources>
        <resource identifier="resource-from-code-to-production" type="webcontent" adlcp:scormtype="sco" href="index.html">
          <file href="index.html"/>
          <file href="pages/edge.html"/>
        </resource>
      </resources>
    </manifest>
    "
  `);
});

test('a title of any characters gives a well-formed manifest that reads back', () => {
  const nasty = fc.constantFrom(
    '<',
    '&',
    '"',
    "'",
    ']]>',
    '<![CDATA[',
    '&#0;',
    '\0',
    '\u0007',
    '\ud800',
    '\udc00',
    '\u202e',
    'שלום',
    '👩‍🚀',
    '\ufffe',
    '\n',
  );
  const title = fc
    .array(fc.oneof(nasty, fc.string({ unit: anyCharacter })), { maxLength: 12 })
    .map((parts) => parts.join(''));
  fc.assert(
    fc.property(title, (text) => {
      const xml = manifest({ ...course, title: text }, paths);
      expect(XMLValidator.validate(xml)).toBe(true);
      expect(xml).not.toMatch(/&#|<!|\p{Surrogate}|(?!\n)\p{Control}/u);
      const read = String(readTitle(xml));
      // What XML can hold of the title, in one line, is all there.
      const visible = text.replace(/[\s\p{Control}\p{Surrogate}\ufffe\uffff]/gu, '');
      if (read.length < 200 && visible !== '' && visible !== '0') expect(read.replace(/\s/g, '')).toBe(visible);
      expect(read).not.toBe('');
      expect(read.length).toBeLessThanOrEqual(200);
    }),
    { numRuns: 500 },
  );
});

test.each([
  ['Plain', 'Plain'],
  ['  two\n lines ', 'two lines'],
  ['Tom & "Jerry" <3 ]]>', 'Tom & "Jerry" <3 ]]>'],
  ['', 'from-code-to-production'],
  ['\0', 'from-code-to-production'],
  ['007', '007'],
  ['x'.repeat(200), 'x'.repeat(200)],
  ['x'.repeat(201), `${'x'.repeat(199)}…`],
  [`${'x'.repeat(198)}😀${'y'.repeat(9)}`, `${'x'.repeat(198)}…`],
])('the title %j reads back as %j', (title, expected) => {
  expect(readTitle(manifest({ ...course, title }, paths))).toBe(expected);
});

test('a title of 0, which Moodle drops, looks the same but is not empty for PHP', () => {
  expect(readTitle(manifest({ ...course, title: '0' }, paths))).toBe('0\u2060');
});

test('a version too long for the schema is left out', () => {
  expect(manifest({ ...course, version: '1.0.0-preview.20260101' }, paths)).not.toMatch(/<manifest[^>]* version=/);
});
