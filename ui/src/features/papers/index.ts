export { PapersMenu } from "./PapersMenu";
