import { runInNewContext } from "node:vm";

import { describe, expect, test } from "vitest";

import { CHOICE_SCRIPT } from "../../../src/anki/notes/choice-script.ts";

/** An option in a list: as much of an element as the script asks for. */
class Item {
  readonly names = new Set<string>();
  onclick: (() => void) | null = null;
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  get classList() {
    return {
      add: (name: string) => this.names.add(name),
      toggle: (name: string, isOn: boolean) => (isOn ? this.names.add(name) : this.names.delete(name)),
    };
  }
}

/** One side of a card, in the page of a reviewer. */
class Side {
  children: Item[];
  readonly plain = new Item("the answer in words");
  readonly #right: string;

  constructor(options: readonly string[], right: string) {
    this.children = options.map((text) => new Item(text));
    this.#right = right;
  }

  getAttribute(): string {
    return this.#right;
  }

  appendChild(item: Item): void {
    this.children = [...this.children.filter((each) => each !== item), item];
  }

  get texts(): readonly string[] {
    return this.children.map(({ text }) => text);
  }

  marked(name: string): readonly string[] {
    return this.children.filter(({ names }) => names.has(name)).map(({ text }) => text);
  }

  pick(text: string): void {
    this.children.find((item) => item.text === text)?.onclick?.();
  }
}

/** What a reviewer keeps from one side to the next; some have no storage, but one window for both sides. */
interface Reviewer {
  readonly window: object;
  readonly storage: object | null;
}

function withStorage(): Reviewer {
  const kept = new Map<string, string>();
  const getItem = (name: string): string | null => kept.get(name) ?? null;
  return {
    window: {},
    storage: { getItem, setItem: (name: string, value: string) => kept.set(name, value) },
  };
}

function withoutStorage(): Reviewer {
  return { window: {}, storage: null };
}

const SCRIPT = CHOICE_SCRIPT.replaceAll(/<\/?script>/gu, "");

function show(side: "front" | "back", { window, storage }: Reviewer, right = "2"): Side {
  const list = new Side(["cpu", "memory", "disk", "network"], right);
  const document = {
    querySelectorAll: () => [list],
    querySelector: () => (side === "back" ? list.plain : null),
    getElementById: () => (side === "back" ? {} : null),
    addEventListener: () => undefined,
  };
  const scope = {
    document,
    window,
    crypto,
    Uint32Array,
    get sessionStorage(): object {
      if (storage === null) throw new Error("denied");
      return storage;
    },
  };
  runInNewContext(SCRIPT, scope);
  return list;
}

describe.each([
  ["with storage, a page for each side", withStorage],
  ["without storage, both sides in one window", withoutStorage],
])("the script of a choice, %s", (_, reviewer) => {
  test("shuffles the options in every way", () => {
    const orders = new Set(Array.from({ length: 400 }, () => show("front", reviewer()).texts.join()));
    expect(orders.size).toBe(24);
  });

  test("keeps the order on the answer side", () => {
    for (let time = 0; time < 20; time += 1) {
      const host = reviewer();
      expect(show("front", host).texts).toEqual(show("back", host).texts);
    }
  });

  test("marks on the answer side what is right, and what was picked and is wrong", () => {
    const host = reviewer();
    show("front", host).pick("disk");
    const back = show("back", host);
    expect(back.marked("right")).toEqual(["memory"]);
    expect(back.marked("picked")).toEqual(["disk"]);
    expect(back.children.find(({ text }) => text === "disk")?.names.has("wrong")).toBe(true);
  });

  test("hides the answer in words, which is there for those without scripts", () => {
    const host = reviewer();
    show("front", host);
    expect(show("back", host).plain.names.has("told")).toBe(true);
  });

  test("forgets the picks of the card before", () => {
    const host = reviewer();
    show("front", host).pick("disk");
    expect(show("front", host).marked("picked")).toEqual([]);
  });

  test("lets one be picked where one is right, and several where several are", () => {
    const one = show("front", reviewer());
    one.pick("cpu");
    one.pick("disk");
    expect(one.marked("picked")).toEqual(["disk"]);
    const several = show("front", reviewer(), "1,3");
    several.pick("cpu");
    several.pick("disk");
    several.pick("memory");
    several.pick("memory");
    expect(several.marked("picked").toSorted()).toEqual(["cpu", "disk"]);
  });

  test("answers no clicks on the answer side", () => {
    const host = reviewer();
    show("front", host);
    const back = show("back", host);
    back.pick("cpu");
    expect(back.marked("picked")).toEqual([]);
  });
});

describe("the script of a choice", () => {
  test("holds nothing that Anki would take for a field or for mathematics", () => {
    expect(CHOICE_SCRIPT).not.toMatch(/\{\{|\}\}|\\\(|\\\[/u);
  });
});
