import { join } from "node:path";

/** Where sluice keeps what it keeps: folders and files, as absolute paths or as the person named their folder. */
export interface Places {
  /** The folder of everything that must not be lost. */
  readonly data: string;
  /** The folder of the journals, one file a device. */
  readonly journal: string;
  /** The file with what follows from the journals; it can be deleted at any time. */
  readonly snapshot: string;
  /** The file that exists while somebody writes. */
  readonly lock: string;
  /** The folder of what was set aside before it was changed. */
  readonly backups: string;
  /** The folder of the learner's copies of broken jobs, a folder an exercise. */
  readonly exercises: string;
  /** The file of the configuration. */
  readonly config: string;
  /** The folder of compiled decks; it can be deleted at any time. */
  readonly cache: string;
}

/** The environment variables of a process. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the places below one folder, as `--data` asks for. */
export function placesBelow(folder: string): Places {
  return placesIn({ data: folder, config: folder, cache: join(folder, "cache") });
}

/** Returns the places of a person whose home folder is `home`, after the XDG Base Directory Specification. */
export function placesOf(environment: Environment, home: string): Places {
  return placesIn({
    data: join(baseFolder(environment["XDG_DATA_HOME"], home, ".local/share"), "sluice"),
    config: join(baseFolder(environment["XDG_CONFIG_HOME"], home, ".config"), "sluice"),
    cache: join(baseFolder(environment["XDG_CACHE_HOME"], home, ".cache"), "sluice"),
  });
}

function placesIn(roots: { readonly data: string; readonly config: string; readonly cache: string }): Places {
  return {
    data: roots.data,
    journal: join(roots.data, "journal"),
    snapshot: join(roots.data, "state.json"),
    lock: join(roots.data, "lock"),
    backups: join(roots.data, "backups"),
    exercises: join(roots.data, "exercises"),
    config: join(roots.config, "config.json"),
    cache: roots.cache,
  };
}

// The specification has relative paths ignored.
function baseFolder(named: string | undefined, home: string, usual: string): string {
  return named !== undefined && named.startsWith("/") ? named : join(home, usual);
}
