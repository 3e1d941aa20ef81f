/** The one sheet of antd has every component in it, and is read before anything is drawn: what is not used is left out. */

/** What PostCSS shows of a rule. */
interface Rule {
  selector: string;
  selectors: string[];
  remove(): unknown;
}

/** Components that the form set does not use, as their classes are called. `src/ui/antd.test.ts` holds the list against the imports. */
export const UNUSED = [
  ..."affix alert anchor avatar breadcrumb card carousel cascader col collapse color descriptions divider flex float".split(
    " ",
  ),
  ..."form image layout list listy masonry mentions menu otp pagination popconfirm progress qrcode rate result row".split(
    " ",
  ),
  ..."skeleton slider splitter statistic steps switch table timeline tour transfer tree typography upload".split(" "),
];

const unused = new RegExp(`\\.ant-(?:${UNUSED.join("|")})(?![a-z])`);

/** Takes the rules out that could only ever match an unused component. */
export const onlyUsed = {
  postcssPlugin: "only-used-antd",
  Rule(rule: Rule) {
    if (!rule.selector.includes(".ant-")) return;
    // What a selector leaves out it does not ask for.
    const left = rule.selectors.filter((selector) => !unused.test(selector.replace(/:not\([^()]*\)/g, "")));
    if (left.length === 0) rule.remove();
    else if (left.length < rule.selectors.length) rule.selectors = left;
  },
};
