import { Failure } from "../base/failure.ts";
import type { Lang } from "../base/lang.ts";
import { unreachable } from "../base/never.ts";
import type { PictureView } from "../pages/practice/picture-view.ts";
import type { Practice, PracticeEffect, PracticeEvent, PracticeMessage } from "../practice/practice.ts";
import { isCauseAsked } from "../practice/root-cause.ts";
import { updatePractice } from "../practice/update-practice.ts";
import { pictureAfter, type PictureWish } from "./picture-after.ts";
import { fixLine, type FixLine } from "./plain-fix-lines.ts";
import { PlainFixPerformer, type PlainFixWorld } from "./plain-fix-performer.ts";

type Look = Exclude<FixLine, { readonly type: "event" }>;

/** Mends a job line by line: the rules are those of the attempt, this hears what is typed and tells what comes of it. */
export class PlainFixTalk {
  readonly performer: PlainFixPerformer;
  readonly #world: PlainFixWorld;
  readonly #rememberLanguage: (lang: Lang) => void;
  #practice: Practice;
  #picture: PictureView | null = null;

  constructor(world: PlainFixWorld, rememberLanguage: (lang: Lang) => void) {
    this.#world = world;
    this.#rememberLanguage = rememberLanguage;
    this.performer = new PlainFixPerformer(world);
    [this.#practice] = world.open.start;
  }

  /** The attempt, as far as it is. */
  get practice(): Practice {
    return this.#practice;
  }

  /** Tells the ticket and judges what the learner left. Rejects with a Failure. */
  async begin(): Promise<void> {
    const { open, printer } = this.#world;
    const [start, effects] = open.start;
    printer.ticket(start);
    for (const effect of effects) await this.#settleAll(await this.performer.performOrThrow(effect));
    if (start.stage.type === "explaining") printer.lookBack(this.#practice);
    else if (this.#practice.stage.type === "working") printer.say("begin");
  }

  /** Does what a line asks for, down to the disk; tells whether there is more to talk about. */
  async hear(line: string): Promise<"goes-on" | "over"> {
    const heard = fixLine(line, this.#practice);
    if (heard.type === "quit") return "over";
    try {
      if (heard.type === "event") await this.#happen(heard.event);
      else {
        await this.#declineAsked();
        await this.#lookAt(heard);
      }
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      this.#world.printer.fail(error.facts);
    }
    return this.#practice.stage.type === "over" ? "over" : "goes-on";
  }

  /** Keeps an attempt that is left in the middle, with the time that it has taken. */
  async leave(): Promise<void> {
    await this.#settle(this.#now({ type: "declined" }));
    const { attempt, stage } = this.#practice;
    if (stage.type === "working") await this.performer.perform({ type: "keep-attempt", attempt });
    if (stage.type !== "over") this.#world.printer.kept(this.#practice);
  }

  async #happen(event: PracticeEvent): Promise<void> {
    const { printer } = this.#world;
    if (event.type === "rated" && isCauseAsked(this.#practice)) {
      printer.standing(this.#practice);
      return;
    }
    if (event.type !== "confirmed" && event.type !== "declined") await this.#declineAsked();
    const before = this.#practice;
    const effects = await this.#settle(this.#now(event));
    if (
      effects.length === 0 &&
      before.stage === this.#practice.stage &&
      before.asked === this.#practice.asked
    )
      this.#explain(event);
  }

  /** Whoever does something else than was asked doesn't want it. */
  async #declineAsked(): Promise<void> {
    if (this.#practice.asked !== null) await this.#settle(this.#now({ type: "declined" }));
  }

  /** Hands a message to the attempt, tells what it has come to, and has done what that wants; returns what it wanted. */
  async #settle(message: PracticeMessage): Promise<readonly PracticeEffect[]> {
    const before = this.#practice;
    const [practice, effects] = updatePractice(before, message);
    this.#practice = practice;
    this.#follow(before, message);
    for (const effect of effects) await this.#settleAll(await this.performer.perform(effect));
    return effects;
  }

  async #settleAll(messages: readonly PracticeMessage[]): Promise<void> {
    for (const message of messages) await this.#settle(message);
  }

  #follow(before: Practice, message: PracticeMessage): void {
    const { printer } = this.#world;
    const { asked, attempt, stage } = this.#practice;
    if (message.type === "verdict-came") this.#picture = null;
    if (asked !== null && asked !== before.asked) printer.standing(this.#practice);
    if (attempt.hints > before.attempt.hints) printer.hint(this.#practice);
    if (stage.type === "explaining" && before.stage.type !== "saving" && stage !== before.stage)
      printer.lookBack(this.#practice);
    if (message.type === "recorded") printer.recorded(message.rating, message.memory, message.moment);
  }

  /** Says why nothing has come of a line. */
  #explain(event: PracticeEvent): void {
    const { printer } = this.#world;
    const { stage } = this.#practice;
    if (event.type === "rated")
      if (stage.type === "explaining") printer.onlyLower(this.#practice, stage.end);
      else printer.say("nothingToGrade");
    else if (event.type === "reset-undone") printer.say("nothingToUndo");
    else if (event.type !== "asked") return;
    else if (stage.type === "working") printer.noMoreHints();
    else printer.say("isOver");
  }

  async #lookAt(look: Look): Promise<void> {
    const { printer } = this.#world;
    switch (look.type) {
      case "ticket":
        return printer.ticket(this.#practice);
      case "changes":
        return printer.changes(this.#practice);
      case "picture":
      case "next-moment":
      case "previous-moment":
        return await this.#draw(look.type);
      case "language":
        return this.#flipLanguage();
      case "help":
        return printer.help();
      case "quit":
        return;
      case "unknown":
        return printer.unknown(look.line);
      default:
        return unreachable(look);
    }
  }

  async #draw(wish: PictureWish): Promise<void> {
    const { open, printer } = this.#world;
    const before = this.#picture;
    this.#picture = await pictureAfter(before, wish, open, this.performer);
    const isSameMoment = before !== null && before.cursor.step === this.#picture?.cursor.step;
    if (wish !== "picture" && isSameMoment) printer.say("noMoment");
    else printer.picture(this.#picture);
  }

  #flipLanguage(): void {
    const { printer } = this.#world;
    this.#rememberLanguage(printer.flipLanguage());
    if (this.#practice.stage.type === "working") {
      printer.ticket(this.#practice);
      if (this.performer.judged !== null) printer.verdict(this.performer.judged);
    } else printer.lookBack(this.#practice);
  }

  #now(event: PracticeEvent): PracticeMessage {
    return { ...event, moment: this.#world.now() };
  }
}
