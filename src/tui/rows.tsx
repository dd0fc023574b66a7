import { Box, Text } from "ink";

import type { Row, Span } from "../pages/row.ts";
import { visibleText } from "../pages/visible-text.ts";
import type { Theme } from "./theme.ts";

/** Draws rows as they are: no row is wrapped, none is cut but at the window's edge. */
export function Rows({ rows, theme }: { readonly rows: readonly Row[]; readonly theme: Theme }) {
  return (
    <Box flexDirection="column">
      {rows.map((line, index) => (
        // A row has no identity but its place on the screen.
        <Text key={index} wrap="truncate">
          {line.length === 0 ? " " : line.map((piece, at) => <Piece key={at} piece={piece} theme={theme} />)}
        </Text>
      ))}
    </Box>
  );
}

function Piece({ piece, theme }: { readonly piece: Span; readonly theme: Theme }) {
  if (piece.picture !== undefined) return <Text color={colorOf(piece.picture)}>{piece.text}</Text>;
  const { faces } = piece;
  const look = theme[piece.tone];
  return (
    <Text
      {...look}
      bold={look.bold ?? faces.includes("bold")}
      italic={faces.includes("italic")}
      underline={look.underline ?? faces.includes("underline")}
      strikethrough={faces.includes("strike")}
      inverse={look.inverse ?? faces.includes("reverse")}
    >
      {visibleText(piece.text)}
    </Text>
  );
}

/** Kitty's graphics protocol reads the number of a picture from the colour of its cells. */
function colorOf(picture: number): string {
  return `#${picture.toString(16).padStart(6, "0")}`;
}
