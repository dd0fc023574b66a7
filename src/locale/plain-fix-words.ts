/** Words for people who mend a job line by line. */
export interface PlainFixWords {
  /** What a newcomer has to know once the first verdict is there. */
  readonly begin: string;
  /** What a yes and a no are, below the price of what was asked for. */
  readonly confirm: string;
  readonly resetPrice: string;
  readonly wasReset: string;
  readonly fileGone: string;
  /** The editor is closed, and the file is as it was. */
  readonly asItWas: string;
  /** The editor is open beside: nobody knows when it has saved something. */
  readonly openBeside: string;
  readonly hint: (rung: number) => string;
  /** Below the grades that are offered: the one that Enter takes; and that there are lower ones. */
  readonly takeGrade: (grade: string) => string;
  readonly lowerToo: string;
  /** A grade was given while there is nothing to grade. */
  readonly nothingToGrade: string;
  readonly onlyLower: (grade: string) => string;
  /** A hint, a solution or the broken job was asked for after the end. */
  readonly isOver: string;
  readonly nothingToUndo: string;
  /** Below a picture: what leads on from it. */
  readonly morePictures: string;
  /** There is no such moment before, or after, the one that is shown. */
  readonly noMoment: string;
  /** The attempt was left in the middle; the command goes on with it. */
  readonly kept: (command: string) => string;
  readonly help: readonly string[];
}
