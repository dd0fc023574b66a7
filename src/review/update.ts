import { instantOf } from "../base/day.ts";
import { otherLang } from "../base/lang.ts";
import { unreachable } from "../base/never.ts";
import { adopt } from "./adopt.ts";
import type { Attempt } from "./attempt.ts";
import { flag, note, rate, record, retract } from "./record.ts";
import { outlookOn, reveal } from "./reveal.ts";
import type { Message, Session, Showing, Step, Wish } from "./session.ts";
import { askNext, clockOf } from "./session.ts";
import { giveUp, settle } from "./settle.ts";

/** Returns the session after `message`, and what it wants done. While it waits for that, wishes are passed over. */
export function update(session: Session, message: Message): Step {
  const { moment } = message;
  const now: Session = { ...session, moment, clock: clockOf({ ...session, moment }) };
  if (message.type === "ticked") return [tick(now, session), []];
  if (message.type === "was-away") return [leaveOut(now, message.ms), []];
  if (message.type === "recorded") return [settle(now, message), []];
  if (message.type === "record-failed") return [giveUp(now, message.failure), []];
  if (message.type === "deck-changed") return [adopt(now, message), []];
  return grant(now, message);
}

/** A card may have come due where nothing was left; and what was foretold on one day doesn't hold on the next. */
function tick(now: Session, { moment: last }: Session): Session {
  const { stage, moment } = now;
  if (stage.kind === "idle") return askNext(now);
  if (stage.kind !== "revealed" || moment.day === last.day) return now;
  return { ...now, stage: { ...stage, outlook: outlookOn(now, stage) } };
}

/** Time that was spent elsewhere wasn't spent on the card in front. */
function leaveOut(session: Session, ms: number): Session {
  const { stage } = session;
  if (stage.kind === "idle" || stage.kind === "saving") return session;
  return { ...session, stage: { ...stage, since: instantOf(stage.since + ms) } };
}

function grant(session: Session, wish: Wish): Step {
  const { stage } = session;
  if (stage.kind === "saving") return [session, []];
  const tried: Session = { ...session, failure: null };
  if (wish.type === "undone") return retract(tried, stage, "undo");
  if (wish.type === "redone") return retract(tried, stage, "redo");
  return stage.kind === "idle" ? [tried, []] : grantOn(tried, stage, wish);
}

type CardWish = Exclude<Wish, { readonly type: "undone" | "redone" }>;

function grantOn(session: Session, stage: Showing, wish: CardWish): Step {
  switch (wish.type) {
    case "revealed":
      // An exercise is answered by mending its job: nobody rates it by looking at the reason.
      return [stage.card.kind === "exercise" ? session : reveal(session, stage, null), []];
    case "chose":
      return [reveal(session, stage, { kind: "chosen", options: wish.options, right: wish.right }), []];
    case "typed":
      return [reveal(session, stage, typedAnswer(stage, wish)), []];
    case "flipped-language":
      return [flipLanguage(session, stage), []];
    case "rated":
      return rate(session, stage, wish.rating);
    case "suspended":
      return record(session, stage, { type: "card-suspended", card: stage.card.id });
    case "buried":
      return record(session, stage, { type: "card-buried", card: stage.card.id });
    case "flagged":
      return flag(session, stage, wish.reason);
    case "noted":
      return note(session, stage, wish.note);
    default:
      return unreachable(wish);
  }
}

function typedAnswer({ card }: Showing, { text, accepted }: CardWish & { readonly type: "typed" }): Attempt {
  return { kind: "typed", text, accepted, as: card.kind === "number" ? "number" : "text" };
}

/** A card that has one language only stays in it. */
function flipLanguage(session: Session, stage: Showing): Session {
  const lang = otherLang(stage.lang);
  return stage.card.faces[lang] === undefined ? session : { ...session, stage: { ...stage, lang } };
}
