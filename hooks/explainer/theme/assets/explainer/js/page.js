/* What the behaviours share. Their listeners sit on the document: Material's instant navigation swaps all that is in it. */

/* Do something with every page that is shown. Material tells of each; under another theme there is the one. */
export const onPage = begin => window.document$?.subscribe(begin) ?? begin()

/* The place on the page that the address names. */
export const target = () => document.getElementById(location.hash.slice(1)) // ours need no decoding
