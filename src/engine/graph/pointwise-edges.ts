/** The first and the last index of a range, both included. */
export interface IndexRange {
  readonly start: number;
  readonly end: number;
}

/**
 * Returns which upstream instances each downstream instance reads over a pointwise edge, so that all have about
 * equally many (`VertexInputInfoComputationUtils:computeVertexInputInfoForPointwise`).
 */
export function pointwiseInputs(upstream: number, downstream: number): readonly IndexRange[] {
  const inputs: IndexRange[] = [];
  if (upstream >= downstream) {
    for (let index = 0; index < downstream; index++) {
      const start = Math.floor((index * upstream) / downstream);
      inputs.push({ start, end: Math.floor(((index + 1) * upstream) / downstream) - 1 });
    }
    return inputs;
  }
  for (let producer = 0; producer < upstream; producer++) {
    const end = Math.ceil(((producer + 1) * downstream) / upstream);
    while (inputs.length < end) inputs.push({ start: producer, end: producer });
  }
  return inputs;
}
