/** How often a property is tried: as often as usual, or less where the tests themselves are tested. */
export const runs = (usual: number): number => Math.min(usual, Number(process.env['MUTATION_RUNS'] ?? usual));
