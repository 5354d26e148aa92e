export type * from "./api.js";
export { createForum, type Answer, type Forum, type ForumOptions, type Item, type ListPath } from "./forum.js";
export { ForumProblem, ForumUnreachable } from "./problem.js";
export { rememberAnswers, type Remembered } from "./remembering.js";
