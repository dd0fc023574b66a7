import type { LogSegment } from "./log-segment.ts";
import type { TopicConfiguration } from "./topic-configuration.ts";

/**
 * Returns how many of a partition's oldest segments may be deleted at `now` (ms). Segments go from the oldest on, whole
 * ones only, and stop at the first that must stay, so what is left begins somewhere and has no holes
 * (`UnifiedLog.deleteOldSegments`).
 */
export function deletableSegments(
  segments: readonly LogSegment[],
  configuration: TopicConfiguration,
  now: number,
): number {
  return Math.max(tooOld(segments, configuration, now), tooMany(segments, configuration));
}

function tooOld(segments: readonly LogSegment[], { retentionMs }: TopicConfiguration, now: number): number {
  if (retentionMs < 0) return 0;
  const kept = segments.findIndex(
    (segment) => isEmpty(segment) || now - segment.largestTimestamp <= retentionMs,
  );
  return kept < 0 ? segments.length : kept;
}

function tooMany(segments: readonly LogSegment[], { retentionBytes }: TopicConfiguration): number {
  if (retentionBytes < 0) return 0;
  let excess = segments.reduce((total, { bytes }) => total + bytes, 0) - retentionBytes;
  let count = 0;
  for (const segment of segments) {
    excess -= segment.bytes;
    if (excess < 0 || isEmpty(segment)) break;
    count += 1;
  }
  return count;
}

function isEmpty(segment: LogSegment): boolean {
  return segment.endOffset === segment.baseOffset;
}
