import { pictureAfterMove, type PictureView } from "../../pages/practice/picture-view.ts";
import { sweepAnswered } from "../../pages/practice/sweep-view.ts";
import type { FixApp, PictureNews } from "./fix-app.ts";

/** Returns the screens with what has come for the picture in front; what belongs to an older run is no news. */
export function withPictureNews(app: FixApp, news: PictureNews): FixApp {
  const { open } = app;
  if (open === null || open.practice.run.number !== news.run) return app;
  if (news.type === "shown") return { ...app, open: { ...open, picture: news.picture } };
  if (open.picture === null) return app;
  return { ...app, open: { ...open, picture: pictureAfter(open.picture, news) } };
}

function pictureAfter(
  picture: PictureView,
  news: Exclude<PictureNews, { readonly type: "shown" }>,
): PictureView {
  switch (news.type) {
    case "compared":
      return { ...picture, broken: news.broken };
    case "moved":
      return pictureAfterMove(picture, news.played, news.selected);
    case "swept":
      return { ...picture, sweep: sweepAnswered(picture.sweep, news.seeds) };
  }
}
