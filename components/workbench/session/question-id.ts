export const QUESTION_ID = "question";
