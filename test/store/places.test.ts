import { describe, expect, test } from "vitest";

import { placesBelow, placesOf } from "../../src/store/places.ts";

describe("the places of a person", () => {
  test("lie below the home folder if the environment says nothing", () => {
    const places = placesOf({}, "/home/lin");
    expect(places.journal).toBe("/home/lin/.local/share/sluice/journal");
    expect(places.config).toBe("/home/lin/.config/sluice/config.json");
    expect(places.cache).toBe("/home/lin/.cache/sluice");
  });

  test("follow the XDG variables", () => {
    const environment = { XDG_DATA_HOME: "/d", XDG_CONFIG_HOME: "/c", XDG_CACHE_HOME: "/k" };
    const places = placesOf(environment, "/home/lin");
    expect(places.snapshot).toBe("/d/sluice/state.json");
    expect(places.lock).toBe("/d/sluice/lock");
    expect(places.config).toBe("/c/sluice/config.json");
    expect(places.cache).toBe("/k/sluice");
  });

  test("ignore an XDG variable that is empty or relative", () => {
    const places = placesOf({ XDG_DATA_HOME: "", XDG_CACHE_HOME: "cache" }, "/home/lin");
    expect(places.data).toBe("/home/lin/.local/share/sluice");
    expect(places.cache).toBe("/home/lin/.cache/sluice");
  });
});

describe("the places below a folder", () => {
  test("are all below it", () => {
    for (const place of Object.values(placesBelow("/tmp/d"))) expect(place.startsWith("/tmp/d")).toBe(true);
  });
});
