/**
 * Which changes a consumer wants of an update (the planner's `UpdateKind`): the old row and the new one, or only the
 * new one, because it knows the row by its key.
 */
export type UpdateKind = "before-and-after" | "only-after";
