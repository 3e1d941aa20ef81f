export { PaperDialog } from "./PaperDialog";
export { PaperPages } from "./PaperPages";
export { PapersMenu } from "./PapersMenu";
export { PaperTools } from "./PaperTools";
export { draftSource, formName, formOfTask, gapsOf, issuedSource } from "./paper";
