/* explainer: cards, permalinks that are copied, filters. The page is whole without them.
   Listeners sit on the document: Material's instant navigation swaps all that is in it. */

{
  const params = () => new URLSearchParams(location.search)
  const target = () => document.getElementById(location.hash.slice(1)) // ours need no decoding

  /* Cards */

  const LINKS = "a.ex-link, a.ex-cite"
  const DELAY = 200 // ms, for a pointer that passes by or is on its way into the card
  let open = null
  let opener = null
  let timer = 0
  let byTouch = false

  /* A note's card is made of the note. */
  const cardOf = link => {
    const name = link.hash.slice(1)
    const note = link.matches(".ex-cite") && document.getElementById(name)?.querySelector(".ex-source")
    const card = document.getElementById(`card-${name}`)
    if (card || !note) return card
    const made = document.createElement("div")
    made.className = "ex-card"
    made.id = `card-${name}`
    made.popover = "manual"
    made.append(note.cloneNode(true))
    document.querySelector(".ex-cards").append(made)
    return made
  }

  const hide = () => {
    clearTimeout(timer)
    if (open?.isConnected) open.hidePopover()
    opener?.removeAttribute("aria-describedby")
    open = opener = null
  }

  const show = link => {
    const card = cardOf(link)
    if (card === open && link === opener) return clearTimeout(timer)
    hide()
    if (!card?.showPopover) return
    card.parentElement.hidden = false
    card.showPopover()
    link.setAttribute("aria-describedby", card.id)
    const at = link.getClientRects()[0]
    const { offsetWidth: width, offsetHeight: height } = card
    const wide = document.documentElement.clientWidth
    const start = getComputedStyle(link).direction === "rtl" ? at.right - width : at.left
    const below = at.bottom + 6
    const top = below + height > innerHeight && at.top > height ? at.top - height - 6 : below
    card.style.left = `${Math.max(8, Math.min(start, wide - width - 8)) + scrollX}px`
    card.style.top = `${top + scrollY}px`
    open = card
    opener = link
  }

  const later = what => {
    clearTimeout(timer)
    timer = setTimeout(what, DELAY)
  }
  const linkAt = event => event.target.closest?.(LINKS)

  document.addEventListener("pointerover", event => {
    if (event.pointerType === "touch") return
    const link = linkAt(event)
    if (link && !link.closest(".ex-card")) later(() => show(link))
    else if (event.target.closest?.(".ex-card")) clearTimeout(timer)
    else if (open || timer) later(hide)
  })
  document.addEventListener("focusin", event => {
    const link = linkAt(event)
    if (link?.matches(":focus-visible")) show(link)
    else if (open && !open.contains(event.target) && event.target !== opener) hide()
  })
  document.addEventListener("pointerdown", event => { byTouch = event.pointerType === "touch" })
  document.addEventListener("keydown", event => { if (event.key === "Escape") hide() })

  /* The first tap shows, the second follows: in the capture phase, before Material's listener follows. */
  document.addEventListener("click", event => {
    const link = linkAt(event)
    if (byTouch && link && link !== opener && cardOf(link)?.showPopover) {
      event.preventDefault()
      event.stopPropagation()
      show(link)
    } else if (open && !open.contains(event.target)) hide()
  }, true)

  /* Permalinks */

  document.addEventListener("click", async event => {
    const link = event.target.closest?.(".ex-permalink")
    const words = document.querySelector(".ex-cards")?.dataset.copied
    if (!link || !words || !navigator.clipboard) return
    try {
      await navigator.clipboard.writeText(link.href)
    } catch {
      return // a reader may forbid it
    }
    const said = document.createElement("output")
    said.className = "ex-said"
    link.after(said)
    requestAnimationFrame(() => { said.textContent = words }) // a region must be there before it speaks
    setTimeout(() => said.remove(), 3000)
  })

  /* In a long list heights far from the screen are guesses, so that a target moves when its surroundings are laid out:
     it is held in its place until it stands still, or until the reader moves the page. */

  const STILL = 5 // frames
  let held = null
  let followed = performance.getEntriesByType("navigation")[0]?.type === "navigate" // and did not come back

  const hold = element => {
    held = element
    let still = 0
    let was
    const frame = () => {
      const { top } = element.getBoundingClientRect()
      still = top === was ? still + 1 : 0
      if (held !== element || still > STILL) return
      element.scrollIntoView({ behavior: "instant" })
      was = element.getBoundingClientRect().top
      requestAnimationFrame(frame)
    }
    frame()
  }
  const arrive = () => {
    const element = target()
    if (followed && element?.closest(".ex-timeline--long")) hold(element)
    followed = false
  }
  for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
    addEventListener(kind, () => { held = null }, { passive: true })
  }
  addEventListener("hashchange", arrive)
  document.addEventListener("click", event => { followed ||= Boolean(event.target.closest?.("a")) }, true)

  /* Filters */

  const NAMES = ["person", "tag", "status"]
  const READ = ".ex-event__date, .ex-event__title, .ex-event__text, .ex-event__people .ex-link, figcaption"

  /* Phones type an apostrophe that is curved. */
  const folded = text => text.toLowerCase().replace(/[‘’]/g, "'")

  class Filter {
    constructor(form) {
      this.form = form
      this.list = form.parentElement
      this.said = form.querySelector("output")
      this.boxes = [...form.querySelectorAll("input[type=checkbox]")]
      this.counts = this.boxes.map(box => box.parentElement.querySelector(".ex-filters__count"))
      this.lists = [...this.list.querySelectorAll(".ex-timeline__list")].map(element => ({ element, shown: 0 }))
      this.events = this.lists.flatMap(list => [...list.element.querySelectorAll(".ex-event")].map(element => ({
        element,
        list,
        has: NAMES.map(name => element.dataset[name]?.split("\n") ?? []),
        words: folded([...element.querySelectorAll(READ)].map(part => part.textContent).join("\n")),
      })))
      form.addEventListener("input", event => this.change(event.target.type === "search" ? "replaceState" : "pushState"))
      form.addEventListener("submit", event => event.preventDefault())
      form.addEventListener("reset", event => {
        event.preventDefault()
        this.clear("pushState")
        form.querySelector("summary, input").focus() // the button goes, the keyboard stays
      })
      form.hidden = false
      this.read()
    }

    read() {
      const given = params()
      for (const box of this.boxes) box.checked = given.getAll(box.name).includes(box.value)
      this.form.elements.text.value = given.get("text") ?? ""
      this.apply()
      this.reveal()
    }

    /* A step back for each box, none for each letter. What only another list offers stays in the address. */
    change(step, hash = "") {
      const given = params()
      given.delete("text")
      for (const box of this.boxes) given.delete(box.name, box.value)
      for (const box of this.boxes) if (box.checked) given.append(box.name, box.value)
      const text = this.form.elements.text.value.trim()
      if (text) given.set("text", text)
      const query = given.size ? `?${given}` : ""
      history[step](history.state, "", location.pathname + query + hash)
      this.apply()
      for (const filter of filters) if (filter !== this) filter.read() // the address is that of all lists
    }

    clear(step, hash) {
      for (const box of this.boxes) box.checked = false
      this.form.elements.text.value = ""
      this.change(step, hash)
    }

    /* Show what passes, and beside each choice how many it would show. */
    apply() {
      const chosen = NAMES.map(name => new Set(this.boxes.filter(box => box.checked && box.name === name).map(box => box.value)))
      const words = folded(this.form.elements.text.value).split(/\s+/)
      const counts = NAMES.map(() => new Map())
      const turned = [] // events that come or go
      for (const list of this.lists) list.shown = 0
      for (const { element, list, has, words: text } of this.events) {
        const passes = chosen.map((values, n) => !values.size || has[n].some(value => values.has(value)))
        const reads = words.every(word => text.includes(word))
        const failed = passes.filter(passed => !passed).length
        const passed = reads && !failed
        if (element.hidden === passed) turned.push(element)
        list.shown += passed
        NAMES.forEach((_, n) => {
          if (reads && failed === (passes[n] ? 0 : 1)) for (const value of has[n]) counts[n].set(value, (counts[n].get(value) ?? 0) + 1)
        })
      }
      this.boxes.forEach((box, n) => { this.counts[n].textContent = counts[NAMES.indexOf(box.name)].get(box.value) ?? 0 })
      this.turn(turned)
      const shown = this.lists.reduce((sum, list) => sum + list.shown, 0)
      const { shown: sentence } = this.form.dataset
      this.said.textContent = sentence.replace("%(shown)s", shown).replace("%(total)s", this.events.length)
      this.form.querySelector("button").hidden = shown === this.events.length
    }

    /* Let events come and go. The lists are put aside meanwhile: only what is near the screen is laid out again. */
    turn(events) {
      const aside = visibility => { for (const list of this.lists) list.element.style.contentVisibility = visibility }
      if (events.length) aside("hidden")
      for (const event of events) event.hidden = !event.hidden
      for (const { element, shown } of this.lists) {
        const group = element.previousElementSibling
        element.style.setProperty("--ex-shown", shown)
        if (group.matches(".ex-timeline__group")) group.hidden = !shown
      }
      if (events.length) void this.list.offsetHeight // lays the page out without them
      aside("")
    }

    /* What the address points at is shown, whatever the filters say. */
    reveal() {
      const event = target()?.closest(".ex-event")
      if (!event?.hidden || !this.list.contains(event)) return
      this.clear("replaceState", location.hash) // the step that led here is the browser's
      hold(target())
    }
  }

  let filters = []
  addEventListener("popstate", () => { for (const filter of filters) filter.read() })
  addEventListener("hashchange", () => { for (const filter of filters) filter.reveal() })
  document.addEventListener("click", event => {
    const folds = document.querySelectorAll(".ex-filters details[open]")
    for (const fold of folds) if (!fold.contains(event.target)) fold.open = false
    if (event.target.closest?.("a")) setTimeout(() => { for (const filter of filters) filter.reveal() })
  })
  document.addEventListener("keydown", event => {
    const fold = event.key === "Escape" && document.activeElement?.closest(".ex-filters details[open]")
    if (!fold) return
    fold.open = false
    fold.firstElementChild.focus()
  })

  /* The tabs that a reader chose, or that the address names: Material's content.html, which is inline. */
  const tabs = () => {
    const { features } = JSON.parse(document.getElementById("__config").textContent)
    const chosen = features.includes("content.tabs.link") && __md_get("__tabs")
    for (const set of chosen ? document.querySelectorAll(".tabbed-set") : []) {
      const labels = [...set.querySelectorAll(":scope > .tabbed-labels label")]
      const label = chosen.map(tab => labels.find(each => each.innerText.trim() === tab)).find(Boolean)
      if (label) label.control.checked = true
    }
    if (target()?.name?.startsWith("__tabbed_")) target().checked = true
  }

  const start = () => {
    hide()
    tabs()
    const search = document.querySelector(".md-search[role=dialog]") // Material leaves its dialog without a name
    search?.setAttribute("aria-label", search.querySelector("input").placeholder)
    filters = [...document.querySelectorAll(".ex-filters")].map(form => new Filter(form))
    arrive()
  }

  /* Material tells of every page that it shows. */
  if (window.document$) window.document$.subscribe(start)
  else start()
}
