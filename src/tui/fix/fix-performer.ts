import { Failure } from "../../base/failure.ts";
import { unreachable } from "../../base/never.ts";
import { sweptPromise } from "../../exercise/swept-promise.ts";
import type { Verdict } from "../../exercise/verdict.ts";
import { pictureOf } from "../../pages/practice/picture-view.ts";
import { JudgedTexts } from "../../practice/judged-texts.ts";
import type { PracticeEffect, PracticeEvent } from "../../practice/practice.ts";
import type { Lend } from "../tui-world.ts";
import type { FixApp, FixEffect, FixMessage } from "./fix-app.ts";
import type { FixWorld, OpenExercise, ShownTrace } from "./fix-world.ts";
import { PicturePlayer } from "./picture-player.ts";

type Send = (message: FixMessage) => void;
type PictureEffect = Extract<FixEffect, { readonly type: "move-input" | "sweep" }>;
type OpenEffect = Extract<FixEffect, { readonly type: "open" | "trust-and-open" }>;

/** Does what the screens of exercises want, with the exercise that is open. */
export class FixPerformer {
  readonly #world: FixWorld;
  readonly #lend: Lend;
  #open: OpenExercise | null = null;
  #stopWatching: () => void = () => {};
  readonly #judged = new JudgedTexts();
  readonly #pictures = new PicturePlayer();

  constructor(world: FixWorld, lend: Lend) {
    this.#world = world;
    this.#lend = lend;
  }

  perform(effect: Exclude<FixEffect, { readonly type: "quit" }>, send: Send, state: () => FixApp): void {
    switch (effect.type) {
      case "open":
      case "trust-and-open":
        this.#openExercise(effect, send, state);
        break;
      case "leave":
        this.close();
        send({ type: "listed", listed: this.#world.list() });
        break;
      case "practice":
        if (this.#open !== null) this.#performPractice(this.#open, effect.effect, send);
        break;
      case "move-input":
      case "sweep":
        this.#playPicture(effect, send, state);
        break;
      case "remember-language":
        this.#world.rememberLanguage(effect.lang);
        break;
      default:
        unreachable(effect);
    }
  }

  /** Stops whatever runs. */
  close(): void {
    this.#stopWatching();
    this.#open?.close();
    this.#open = null;
  }

  #openExercise({ type, exercise }: OpenEffect, send: Send, state: () => FixApp): void {
    try {
      if (type === "trust-and-open") this.#world.trust(exercise);
      const deck = this.#world.untrustedDeck(exercise);
      if (deck !== null) send({ type: "trust-wanted", exercise, deck });
      else this.#begin(this.#world.open(exercise), send, state);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      send({ type: "open-failed", failure: error.facts });
    }
  }

  #begin(open: OpenExercise, send: Send, state: () => FixApp): void {
    this.#open = open;
    this.#judged.clear();
    const [start, effects] = open.start;
    const { file, outlook } = open;
    send({ type: "opened", start, open: { file, outlook, text: open.text() } });
    this.#stopWatching = open.watch(() => this.#tell(send, { type: "saved" }));
    for (const effect of effects) this.perform({ type: "practice", effect }, send, state);
  }

  #performPractice(open: OpenExercise, effect: PracticeEffect, send: Send): void {
    switch (effect.type) {
      case "run":
        void this.#guarded(send, () => this.#run(open, effect.number, send));
        break;
      case "open-editor":
        void this.#guarded(send, async () => void (await open.edit(this.#lend)));
        break;
      case "record":
        void this.#guarded(send, async () => {
          const memory = await open.record(effect);
          this.#tell(send, { type: "recorded", memory, rating: effect.rating });
        });
        break;
      default:
        void this.#guarded(send, () => open.keep(effect));
    }
  }

  async #run(open: OpenExercise, run: number, send: Send): Promise<void> {
    const text = open.text();
    send({ type: "text-read", text });
    if (text === null) return;
    let verdict: Verdict | null = null;
    const shown = await open.run(text, (came) => {
      verdict = came;
      this.#tell(send, { type: "verdict-came", run, verdict: came, text: this.#judged.take(text) });
    });
    if (verdict === null || this.#open !== open) return;
    await this.#showAll(open, { run, verdict, shown }, send);
  }

  /** What comes behind a verdict; whatever belongs to an older run is passed over. */
  async #showAll(
    open: OpenExercise,
    {
      run,
      verdict,
      shown,
    }: { readonly run: number; readonly verdict: Verdict; readonly shown: ShownTrace | null },
    send: Send,
  ): Promise<void> {
    if (shown !== null)
      send({ type: "shown", run, picture: pictureOf({ ...shown, broken: null }, sweptPromise(verdict)) });
    const [remark, advice] = await Promise.all([open.remarkOn(verdict), open.advise()]);
    if (this.#open !== open) return;
    if (remark !== null) this.#tell(send, { type: "remark-came", run, remark });
    send({ type: "advised", run, advice });
    if (shown === null || verdict.status !== "pass") return;
    const broken = await open.playBroken(shown.request);
    if (broken !== null && this.#open === open) send({ type: "compared", run, broken: broken.events });
  }

  /** What is played for a picture is of no interest any more once the exercise was left. */
  #playPicture(effect: PictureEffect, send: Send, state: () => FixApp): void {
    const open = this.#open;
    if (open === null) return;
    const tell: Send = (message) => {
      if (this.#open === open) send(message);
    };
    const play = { open, state, tell };
    void this.#guarded(tell, () =>
      effect.type === "sweep" ? this.#pictures.sweep(play) : this.#pictures.move(effect, play),
    );
  }

  async #guarded(send: Send, action: () => void | Promise<void>): Promise<void> {
    try {
      await action();
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#tell(send, { type: "failed", failure: error.facts });
    }
  }

  #tell(send: Send, event: PracticeEvent): void {
    send({ type: "practice", message: { ...event, moment: this.#world.now() } });
  }
}
