/* explainer: what a page does besides being read. It is whole without.

   A behaviour is one file, and what several share another. This is their order; a build joins them into this file. */

import("./explainer/js/cards.js")
import("./explainer/js/permalinks.js")
import("./explainer/js/long-lists.js")
import("./explainer/js/tabs.js")
import("./explainer/js/search.js")
import("./explainer/js/filters.js")
import("./explainer/js/players.js")
import("./explainer/js/drawing.js")
