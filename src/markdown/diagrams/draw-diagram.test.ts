import { describe, expect, test } from 'vitest';
import { svgProblems } from '../svg-safety.ts';
import { diagramTheme } from './diagram-theme.ts';
import { drawDiagram } from './draw-diagram.ts';
import { drawingBounds } from './drawing-bounds.ts';
import { normalizeFlowchart } from './normalize-flowchart.ts';

function draw(text: string) {
  const drawn = drawDiagram(text);
  if ('problem' in drawn) throw new Error(drawn.problem);
  return drawn;
}

describe('drawDiagram', () => {
  test.each([
    ['flowchart', 'flowchart TD\n  A[Your code] --> B{Fine?}\n  B -->|yes| C[(Data)]'],
    ['sequence', 'sequenceDiagram\n  participant A as Browser\n  A->>B: GET /\n  Note over A,B: slow\n  B-->>A: 200'],
    ['state', 'stateDiagram-v2\n  [*] --> Idle\n  Idle --> Busy: job\n  Busy --> [*]'],
  ])('draws a %s that stands alone, in both schemes', (_name, text) => {
    const { svg, width, height } = draw(text);
    expect(svgProblems(svg)).toEqual([]);
    expect(svg).not.toMatch(/googleapis|@import|data-[a-z]+=|background/);
    expect(svg).toContain(`--_text:${diagramTheme.light.text}`);
    expect(svg).toContain(`@media (prefers-color-scheme:dark){svg{--bg:${diagramTheme.dark.page}`);
    expect(svg).toContain(`width="${width}" height="${height}"`);
  });

  test('is the same each time', () => {
    const text = 'flowchart TD\n  A --> B\n  A --> C';
    expect(draw(text)).toEqual(draw(text));
  });

  test('cuts nothing off when a loop puts a diamond last', () => {
    const { svg } = draw(
      'flowchart TD\n P[Page] --> C{Recent change?}\n C -->|yes| R[Undo it]\n C -->|no| L{One?}\n R --> V{Well?}\n L --> V\n V -->|no| C',
    );
    const [left = 0, top = 0, width = 0, height = 0] = (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '')
      .split(' ')
      .map(Number);
    const bounds = drawingBounds(svg, { width: 0, height: 0 });
    expect(bounds.left).toBeGreaterThanOrEqual(left);
    expect(bounds.top).toBeGreaterThanOrEqual(top);
    expect(bounds.right).toBeLessThanOrEqual(left + width + 0.01);
    expect(bounds.bottom).toBeLessThanOrEqual(top + height + 0.01);
  });

  test('shows the label of a node that is described after its first mention', () => {
    const { svg } = draw('flowchart TD\n  V[Visitor] --> E\n  subgraph P [Public]\n    E[One machine]\n  end');
    expect(svg).toContain('>One machine<');
    expect(svg).not.toContain('>E<');
  });

  test('changes no number in a label', () => {
    expect(draw('flowchart TD\n  A[pi is 3.14159] --> B').svg).toContain('pi is 3.14159');
  });

  test.each([
    ['nothing', ''],
    ['another kind', 'pie\n "a": 1'],
    ['no statement', 'flowchart TD'],
    ['a style from outside', 'flowchart TD\n A-->B\n style A fill:url(https://a.example/b)'],
  ])('refuses %s', (_name, text) => {
    expect(drawDiagram(text)).toHaveProperty('problem');
  });
});

describe('lines that cannot be read', () => {
  test.each([
    ['flowchart TD\n  A --> B\n  B -> C', 3],
    ['flowchart TD\n  A --> B\n\n  ???', 4],
    ['sequenceDiagram\n  A->>B: x\n  A B: y', 3],
  ])('%j', (text, line) => {
    expect(drawDiagram(text)).toMatchObject({ line });
  });
});

describe('normalizeFlowchart', () => {
  test.each([
    ['A-->B', 'A --> B'],
    ['  my-node-->|a-->b|B[x-->y]', '  my-node -->|a-->b| B[x-->y]'],
    ['A[a]-.->B==>C', 'A[a] -.-> B ==> C'],
    ['A---B & C', 'A --- B & C'],
    ['A -- text --> B', 'A -- text --> B'],
  ])('%s', (line, spaced) => {
    expect(normalizeFlowchart(`flowchart TD\n${line}`).replace(/\s+/g, ' ')).toBe(
      `flowchart TD ${spaced.trim()}`.replace(/\| B\[/, '|B['),
    );
  });

  test('leaves labels, line texts and the order of lines alone', () => {
    const text = 'flowchart LR\n A[E is here] -->|to E| E --> B\n E(Edge)\n B{{x}}';
    expect(normalizeFlowchart(text)).toBe(
      'flowchart LR\n A[E is here] -->|to E| E(Edge) --> B{{x}}\n E(Edge)\n B{{x}}',
    );
  });
});
