import type { ExerciseFile } from "../../card/exercise.ts";

/** Returns jobs that do nothing of what they should: no promise may be kept by doing nothing. */
export function vacuousJobs(job: string): readonly ExerciseFile[] {
  const head = /export (?:async )?function job\s*(?:<[^>]*>)?\(\s*(\w+)/u.exec(job);
  const opening = head === null ? -1 : bodyOf(job, head.index);
  if (head === null || opening === -1) return [];
  const before = job.slice(0, opening + 1);
  return [
    { path: "empty job", text: `${before}\n}\n` },
    { path: "identity job", text: `${before}\n  return ${head[1]};\n}\n` },
  ];
}

/** Returns where the body of a function begins whose head does: after its parameters, at the first `{` that is no type. */
function bodyOf(text: string, head: number): number {
  let depth = 0;
  for (let at = text.indexOf("(", head); at < text.length; at++) {
    const letter = text[at] ?? "";
    if ("([<".includes(letter)) depth += 1;
    if (")]".includes(letter) || (letter === ">" && text[at - 1] !== "=")) depth -= 1;
    if (letter === "{" && depth === 0) return at;
  }
  return -1;
}
