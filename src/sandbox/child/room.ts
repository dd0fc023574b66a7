import { stripTypeScriptTypes } from "node:module";
import { constants, createContext, type Module, SourceTextModule, SyntheticModule } from "node:vm";

import type { Fault } from "../../exercise/fault.ts";
import { compileFault } from "./compile-fault.ts";

/** A file of an exercise that is no program. */
export class RejectedFile extends Error {
  readonly fault: Fault;

  constructor(fault: Fault) {
    super(fault.message);
    this.fault = fault;
  }
}

const NO_DYNAMIC_IMPORT = "a job imports at its head only: import() is not there";

/** What a module exports, of which nothing is known. */
export type Exports = Readonly<Record<string, unknown>>;

/**
 * A place of its own to run programs in: a context without anything of Node, in which modules import nothing but what
 * the room offers under one name.
 */
export class Room {
  readonly #context = createContext(constants.DONT_CONTEXTIFY, {
    codeGeneration: { strings: false, wasm: false },
  });
  readonly #name: string;
  #offered: Module | null = null;

  /** The room offers its own exports as the module `name`. */
  constructor(name: string) {
    this.#name = name;
  }

  /** Evaluates what the room is furnished with, and offers the exports that are below `key`. */
  async furnish(text: string, key: string): Promise<Exports> {
    const furniture = this.#moduleOf(text, this.#name);
    await furniture.link(refuse);
    await furniture.evaluate();
    const exported = furniture.namespace as Exports;
    const offered = exported[key] as Exports;
    const names = Object.keys(offered);
    const context = this.#context;
    this.#offered = new SyntheticModule(
      names,
      function () {
        for (const name of names) this.setExport(name, offered[name]);
      },
      { identifier: this.#name, context },
    );
    return exported;
  }

  /** Evaluates a file in TypeScript; returns what it exports. Throws a RejectedFile, or what the file throws. */
  async evaluate(file: string, text: string): Promise<Exports> {
    const module = await this.#linked(file, text);
    await module.evaluate();
    return module.namespace as Exports;
  }

  async #linked(file: string, text: string): Promise<SourceTextModule> {
    try {
      const module = this.#moduleOf(stripTypeScriptTypes(text), file);
      await module.link((specifier) => {
        if (specifier === this.#name && this.#offered !== null) return this.#offered;
        throw new SyntaxError(`${file} may import nothing but "${this.#name}"; this is "${specifier}"`);
      });
      return module;
    } catch (error) {
      throw new RejectedFile(compileFault({ file, text }, error));
    }
  }

  #moduleOf(text: string, identifier: string): SourceTextModule {
    return new SourceTextModule(text, {
      context: this.#context,
      identifier,
      // Thrown, not returned: V8 then makes the promise in the room, and nothing of ours gets there but a text.
      importModuleDynamically: () => {
        throw NO_DYNAMIC_IMPORT;
      },
    });
  }
}

function refuse(specifier: string): never {
  throw new Error(`a room is furnished from one file, and this asks for ${specifier}`);
}
