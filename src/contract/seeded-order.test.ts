import fc from 'fast-check';
import { expect, test } from 'vitest';
import { seededOrder } from './seeded-order.ts';

const ids = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 20 });
const seed = fc.integer({ min: 1, max: 65_535 });

test('seed 0 leaves the order', () => {
  expect(seededOrder(['b', 'a', 'c'], 0)).toEqual(['b', 'a', 'c']);
});

test('every id stays, whatever order they come in', () => {
  fc.assert(
    fc.property(ids, seed, (list, number) => {
      const order = seededOrder(list, number);
      expect([...order].sort()).toEqual([...list].sort());
      expect(seededOrder([...list].reverse(), number)).toEqual(order);
    }),
  );
});

test('an id that is taken out leaves the others in their order', () => {
  fc.assert(
    fc.property(ids, seed, (list, number) => {
      const [gone, ...rest] = list;
      expect(seededOrder(rest, number)).toEqual(seededOrder(list, number).filter((id) => id !== gone));
    }),
  );
});

test('different seeds give different orders', () => {
  const list = ['a', 'b', 'c', 'd', 'e'];
  const orders = new Set(Array.from({ length: 200 }, (_, number) => seededOrder(list, number + 1).join()));
  expect(orders.size).toBeGreaterThan(60);
});
