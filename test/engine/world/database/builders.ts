import type { DatabaseConfiguration } from "../../../../src/engine/world/database/database-configuration.ts";
import { Database } from "../../../../src/engine/world/database/database.ts";
import { World } from "../../../../src/engine/world/world.ts";
import { TestClock } from "../test-clock.ts";

/** A database with one table `account (id, owner, balance)`, and the clock that it runs by. */
export function aDatabase(configuration: Partial<DatabaseConfiguration> = {}): {
  readonly database: Database;
  readonly clock: TestClock;
  readonly world: World;
} {
  const clock = new TestClock();
  const world = new World(clock, 7);
  const database = new Database(world, configuration);
  database.createTable({
    name: "account",
    columns: [
      { name: "id", type: "INT" },
      { name: "owner", type: "VARCHAR" },
      { name: "balance", type: "BIGINT" },
    ],
    primaryKey: ["id"],
    indexes: ["owner"],
  });
  return { database, clock, world };
}

/** A statement that writes one account. */
export function anAccount(id: number, balance = 0, type: "insert" | "upsert" = "upsert") {
  return { type, table: "account", row: { id, owner: `owner-${id % 3}`, balance } } as const;
}
