import fc from 'fast-check';

/** A mutant that a property finds at all is found in few runs, and there are hundreds of mutants. */
fc.configureGlobal({ numRuns: Number(process.env['MUTATION_RUNS'] ?? 25), seed: 20_250_101 });
