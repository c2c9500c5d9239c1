import { describe, expect, test } from 'vitest';
import { lintNames } from './lint-names.ts';
import { lintPackage } from './lint-package.ts';

const sound = `<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="course-a">
  <organizations default="organization-a">
    <organization identifier="organization-a"><title>A</title>
      <item identifier="item-a" identifierref="resource-a"><title>A</title></item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="resource-a" type="webcontent" href="index.html">
      <file href="index.html"/><file href="media/a.png"/>
    </resource>
  </resources>
</manifest>`;

function lint(xml: string, paths: readonly string[] = ['imscp.xsd', 'index.html', 'media/a.png']): string[] {
  const files = [{ path: 'imsmanifest.xml', text: xml }, ...paths.map((path) => ({ path, text: '' }))];
  return lintPackage(files).map((fault) => `${fault.path}: ${fault.reason}`);
}

test('a sound package has no faults', () => {
  expect(lint(sound)).toEqual([]);
});

test('the manifest must come first', () => {
  expect(lintPackage([{ path: 'index.html', text: '' }])).toEqual([
    { path: 'imsmanifest.xml', reason: 'it is not the first file' },
  ]);
});

describe('what the schemas leave open in a manifest', () => {
  test.each([
    [
      'default="organization-a"',
      'default="organization-b"',
      'the default organization `organization-b` does not exist',
    ],
    [' default="organization-a"', '', '`organizations` has no `default`'],
    ['identifierref="resource-a"', 'identifierref="item-a"', 'the resource `item-a` does not exist'],
    ['identifier="item-a"', 'identifier="course-a"', 'the identifier `course-a` stands twice'],
    ['identifier="item-a"', 'identifier="1"', 'the identifier `1` is no xs:ID of ASCII characters'],
    ['"><title>A</title></item>', '"><title> </title></item>', 'the item `item-a` has no title'],
    ['"><title>A</title></item>', '"><title>0</title></item>', 'the item `item-a` has no title'],
    ['"><title>A</title>\n', '">\n', 'the organization `organization-a` has no title'],
    ['file href="media/a.png"', 'file href="media/b.png"', 'the file `media/b.png` is not in the package'],
    [
      'webcontent" href="index.html"',
      'webcontent" href="x.html"',
      'the launch page `x.html` is not a file of its resource',
    ],
    ['</manifest>', '</manifesto>', 'it is not well-formed'],
  ])('%s → %s', (from, to, reason) => {
    expect(lint(sound.replace(from, to)).join('\n')).toContain(`imsmanifest.xml: ${reason}`);
  });

  test('a file the manifest does not list', () => {
    expect(lint(sound, ['index.html', 'media/a.png', 'media/b.png', 'media/c.xsd'])).toEqual([
      'media/b.png: the manifest does not list it',
      'media/c.xsd: the manifest does not list it',
    ]);
  });
});

describe('names', () => {
  test.each([
    ['pages/a-b_c.2.html', []],
    ['Map.png', ['its name has other characters than a-z, 0-9, dot, _ and -']],
    ['a b.png', ['its name has other characters than a-z, 0-9, dot, _ and -']],
    ['é.png', ['its name has other characters than a-z, 0-9, dot, _ and -']],
    ['media\\a.png', ['its name has other characters than a-z, 0-9, dot, _ and -']],
    ['../a.png', ['its path is not a plain relative one', 'a name in its path ends with a dot']],
    ['/a.png', ['its path is not a plain relative one']],
    ['media/', ['its path is not a plain relative one']],
    ['a./b.png', ['a name in its path ends with a dot']],
    ['con.png', ['Windows keeps this name for a device']],
    ['lpt1/b.png', ['Windows keeps this name for a device']],
    ['console.png', []],
    ['page.mjs', ['LMSs refuse files ending in .mjs']],
    ['run.sh', ['LMSs refuse files ending in .sh']],
    [`${'a'.repeat(176)}.png`, []],
    [`${'a'.repeat(177)}.png`, ['its path has 181 characters, more than 180']],
  ])('%s', (path, reasons) => {
    expect(lintNames([path]).map((fault) => fault.reason)).toEqual(reasons);
  });

  test('two files of one name in two folders', () => {
    expect(lintNames(['pages/a.html', 'media/b.png', 'a.html'])).toEqual([
      { path: 'a.html', reason: '`pages/a.html` has the same file name' },
    ]);
  });
});
