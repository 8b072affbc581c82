/** The button of the menu for the sketch as a whole, whichever of its two forms is there. */
export const FILE_MENU_ID = "file-menu";
