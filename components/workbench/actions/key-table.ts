/** Where the keys of an action count: on the sketch and its outline, or wherever nobody is typing. */
type Scope = "sketch" | "anywhere";

export interface ActionInfo {
  readonly title: string;
  readonly group: ActionGroup;
  /** In the notation of tinykeys, the one to show first. */
  readonly keys: readonly string[];
  readonly scope: Scope;
}

export const ACTION_GROUPS = ["Draw", "Change", "Arrange", "Look", "Go to"] as const;
export type ActionGroup = (typeof ACTION_GROUPS)[number];

function info(
  group: ActionGroup,
  title: string,
  keys: readonly string[] = [],
  scope: Scope = "sketch",
): ActionInfo {
  return { title, group, keys, scope };
}

/** Everything that can be done from the keyboard, the palette or a menu; the key sheet is printed from it. */
export const KEY_TABLE = {
  add: info("Draw", "Add component", ["n"]),
  addLeft: info("Draw", "Add a connected component to the left", ["$mod+ArrowLeft"]),
  addRight: info("Draw", "Add a connected component to the right", ["$mod+ArrowRight"]),
  addUp: info("Draw", "Add a connected component above", ["$mod+ArrowUp"]),
  addDown: info("Draw", "Add a connected component below", ["$mod+ArrowDown"]),
  connect: info("Draw", "Connect", ["c"]),
  mark: info("Draw", "Mark seam", ["s"]),
  enclose: info("Draw", "Draw a boundary around the selection", ["b", "$mod+g"]),
  dissolve: info("Draw", "Take the boundary away", ["$mod+Shift+g"]),
  rename: info("Change", "Rename", ["F2", "Enter"]),
  remove: info("Change", "Delete", ["Delete", "Backspace"]),
  undo: info("Change", "Undo", ["$mod+z"], "anywhere"),
  redo: info("Change", "Redo", ["$mod+Shift+z", "$mod+y"], "anywhere"),
  copy: info("Change", "Copy", ["$mod+c"]),
  cut: info("Change", "Cut", ["$mod+x"]),
  paste: info("Change", "Paste", ["$mod+v"]),
  duplicate: info("Change", "Duplicate", ["$mod+d"]),
  selectAll: info("Change", "Select all", ["$mod+a"]),
  deselect: info("Change", "Select nothing", ["Escape"]),
  alignLeft: info("Arrange", "Align left edges", ["Alt+Shift+ArrowLeft"]),
  alignRight: info("Arrange", "Align right edges", ["Alt+Shift+ArrowRight"]),
  alignTop: info("Arrange", "Align top edges", ["Alt+Shift+ArrowUp"]),
  alignBottom: info("Arrange", "Align bottom edges", ["Alt+Shift+ArrowDown"]),
  alignCentre: info("Arrange", "Align centres in a column"),
  alignMiddle: info("Arrange", "Align middles in a row"),
  distributeAcross: info("Arrange", "Same distance from left to right"),
  distributeDown: info("Arrange", "Same distance from top to bottom"),
  propose: info("Arrange", "Propose a layout", ["$mod+Alt+l"]),
  snap: info("Arrange", "Snapping on or off", ["Alt+s"]),
  wholeSketch: info("Look", "Whole sketch", ["0", "Shift+Digit1"]),
  showSelection: info("Look", "Only the selection", ["Shift+Digit2"]),
  nearer: info("Look", "Nearer", ["[Shift]+(\\+|=)"]),
  farther: info("Look", "Farther", ["-"]),
  actualSize: info("Look", "Actual size", ["1"]),
  handTool: info("Look", "Drag moves the sheet", ["h"]),
  selectTool: info("Look", "Drag selects", ["v"]),
  outlineOnly: info("Look", "Outline without the canvas, or both", ["o"]),
  walkLeft: info("Go to", "Next component to the left", ["Alt+ArrowLeft"]),
  walkRight: info("Go to", "Next component to the right", ["Alt+ArrowRight"]),
  walkUp: info("Go to", "Next component above", ["Alt+ArrowUp"]),
  walkDown: info("Go to", "Next component below", ["Alt+ArrowDown"]),
  question: info("Go to", "The question", ["q"]),
  handOver: info("Go to", "Hand over the findings", ["e"]),
  find: info("Go to", "Find on the sketch", ["$mod+f", "/"], "anywhere"),
  palette: info("Go to", "All actions", ["$mod+k"], "anywhere"),
  keys: info("Go to", "All keys", ["[Shift]+?"], "anywhere"),
} as const satisfies Readonly<Record<string, ActionInfo>>;

export type ActionId = keyof typeof KEY_TABLE;
export const ACTION_IDS = Object.keys(KEY_TABLE) as readonly ActionId[];

/** The browser tells these as events of their own, with the clipboard in hand (use-clipboard.ts). */
export const TOLD_BY_BROWSER: ReadonlySet<ActionId> = new Set(["copy", "cut", "paste"]);

const SIGNS: Readonly<Record<string, string>> = {
  ArrowLeft: "←",
  ArrowRight: "→",
  ArrowUp: "↑",
  ArrowDown: "↓",
  Delete: "Del",
  Escape: "Esc",
  Digit1: "1",
  Digit2: "2",
  "(\\+|=)": "+",
  "-": "−",
};

/** Keys as they stand on the keyboard of this machine. */
export function shownKeys(keys: string, isApple: boolean): string {
  const parts =
    keys === "[Shift]+(\\+|=)" ? ["(\\+|=)"] : keys.split("+").filter((part) => !part.startsWith("["));
  return parts
    .map((part) => {
      if (part === "$mod") return isApple ? "⌘" : "Ctrl";
      if (part === "Alt" && isApple) return "⌥";
      return SIGNS[part] ?? (part.length === 1 ? part.toUpperCase() : part);
    })
    .join(isApple ? " " : "+");
}
