import type { Weights } from "./bag.ts";
import { areCopies } from "./kin.ts";
import type { Candidacy } from "./score.ts";
import type { Past, Present } from "./surroundings.ts";

/** Who comes so near is a rival. */
const NEAR = 0.05;

/** Candidacies side by side, while one note after the other leaves the race. */
export class Race {
  readonly #ofPast: ReadonlyMap<Past, readonly Candidacy[]>;
  readonly #ofPresent: ReadonlyMap<Present, readonly Candidacy[]>;
  readonly #left = new Set<Past | Present>();
  readonly #weights: Weights;

  constructor(candidacies: readonly Candidacy[], weights: Weights) {
    this.#weights = weights;
    this.#ofPast = Map.groupBy(candidacies, ({ past }) => past);
    this.#ofPresent = Map.groupBy(candidacies, ({ present }) => present);
  }

  /** Tells whether both notes are still in the race. */
  isOpen({ past, present }: Candidacy): boolean {
    return !this.#left.has(past) && !this.#left.has(present);
  }

  /** Takes both notes out of the race. */
  close({ past, present }: Candidacy): void {
    this.#left.add(past).add(present);
  }

  /** Returns the open candidacies for either note that come near; not those of somebody who has a better place. */
  rivalsOf(candidacy: Candidacy): readonly Candidacy[] {
    const { past, present, score } = candidacy;
    const beside = [...this.#candidaciesOf(past), ...this.#candidaciesOf(present)];
    return beside.filter(
      (other) =>
        other !== candidacy &&
        other.score > score - NEAR &&
        this.isOpen(other) &&
        !this.#isCopy(other, candidacy) &&
        !this.#hasBetterPlace(other, candidacy),
    );
  }

  /** Tells whether the past comes nearer to a note that has left: what is a copy of that one is as good. */
  isSecondChoice({ past, present, score }: Candidacy): boolean {
    return this.#candidaciesOf(past).some(
      (other) =>
        other.score > score &&
        this.#left.has(other.present) &&
        !areCopies(other.present, present, this.#weights),
    );
  }

  /** Tells whether two candidacies for one note, or of one, are those of copies: then it is the same who of them holds. */
  #isCopy(other: Candidacy, { past, present }: Candidacy): boolean {
    return other.past === past
      ? areCopies(other.present, present, this.#weights)
      : areCopies(other.past, past, this.#weights);
  }

  /** Tells whether it would clearly be worse if `other` held instead of `candidacy`, with whom they leave paired too. */
  #hasBetterPlace(other: Candidacy, { past, present, score }: Candidacy): boolean {
    const rival = other.past === past ? other.present : other.past;
    return this.#candidaciesOf(rival).some((place) => {
      if (place.past === past || place.present === present) return false;
      if (place.judge === "nobody" || !this.isOpen(place)) return false;
      const leftOver =
        other.past === past ? this.#scoreOf(place.past, present) : this.#scoreOf(past, place.present);
      return score + place.score - other.score - leftOver >= NEAR;
    });
  }

  #candidaciesOf(note: Past | Present): readonly Candidacy[] {
    return this.#ofPast.get(note as Past) ?? this.#ofPresent.get(note as Present) ?? [];
  }

  #scoreOf(past: Past, present: Present): number {
    return this.#ofPast.get(past)?.find((each) => each.present === present)?.score ?? 0;
  }
}
