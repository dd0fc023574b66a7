/** How a Flink job gets its cluster. */
export type DeploymentModeName = "session" | "application" | "per-job";

/** Who shares what in a mode: the answer to most questions about it. */
export interface DeploymentMode {
  readonly name: DeploymentModeName;
  /** Where `main()` runs: on a client, which downloads the dependencies and sends the graph, or in the JobManager. */
  readonly mainRunsOn: "client" | "job-manager";
  /** Whose the JobManager and the TaskManagers are. */
  readonly clusterOf: "all jobs" | "one application" | "one job";
  /** When the processes end. */
  readonly livesUntil: "it is stopped" | "its application ends" | "its job ends";
  /** Since when nobody should use it. */
  readonly deprecatedSince: string | null;
}

/** The modes of Flink; per-job, which only YARN had, is deprecated since 1.15 and gone in 2.0. */
export const DEPLOYMENT_MODES: Readonly<Record<DeploymentModeName, DeploymentMode>> = {
  session: {
    name: "session",
    mainRunsOn: "client",
    clusterOf: "all jobs",
    livesUntil: "it is stopped",
    deprecatedSince: null,
  },
  application: {
    name: "application",
    mainRunsOn: "job-manager",
    clusterOf: "one application",
    livesUntil: "its application ends",
    deprecatedSince: null,
  },
  "per-job": {
    name: "per-job",
    mainRunsOn: "client",
    clusterOf: "one job",
    livesUntil: "its job ends",
    deprecatedSince: "1.15",
  },
};
