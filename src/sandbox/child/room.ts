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

/** Blanks and comments. */
const GAP = String.raw`(?:\s|\/\*(?:[^*]|\*(?!\/))*\*\/|\/\/.*(?:[\n\r\u2028\u2029]|$))*`;

/**
 * Where V8 would ask Node: `import()` and `import.meta`. Short of stack, Node's answer is an error of its own world. The
 * words can't be written in another way; where they are only part of a text they are refused as well.
 */
const ASKS_NODE = new RegExp(
  String.raw`(?<![\p{ID_Continue}$])import${GAP}(?:\(|\.${GAP}(?:meta|defer|source)\b)`,
  "u",
);

/** What a module exports, of which nothing is known. */
export type Exports = Readonly<Record<string, unknown>>;

/** A module that was evaluated. Its exports are never what a promise comes to: they may hold a `then`. */
export interface Evaluated {
  readonly exports: Exports;
}

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
  async evaluate(file: string, text: string): Promise<Evaluated> {
    const module = await this.#linked(file, text);
    await module.evaluate();
    return { exports: module.namespace as Exports };
  }

  async #linked(file: string, text: string): Promise<SourceTextModule> {
    try {
      const program = stripTypeScriptTypes(text);
      const [asking] = ASKS_NODE.exec(program) ?? [];
      if (asking !== undefined) throw new SyntaxError(`${file} imports at its head only, not by "${asking}"`);
      const module = this.#moduleOf(program, file);
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
        throw "import() is not there";
      },
    });
  }
}

function refuse(specifier: string): never {
  throw new Error(`a room is furnished from one file, and this asks for ${specifier}`);
}
