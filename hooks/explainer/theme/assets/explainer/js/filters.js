/* Filters above a list of events: people, subjects, status and words, kept in the address. */

import { hold } from "./hold.js"
import { onPage, target } from "./page.js"

const NAMES = ["person", "tag", "status"]
const READ = ".ex-event__date, .ex-event__title, .ex-event__text, .ex-event__people .ex-link, figcaption"

const params = () => new URLSearchParams(location.search)

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
    for (const box of this.boxes) {
      given.delete(box.name, box.value)
      if (box.checked) given.append(box.name, box.value)
    }
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
    this.said.textContent = this.form.dataset.shown.replace("%(shown)s", shown).replace("%(total)s", this.events.length)
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

onPage(() => { filters = [...document.querySelectorAll(".ex-filters")].map(form => new Filter(form)) })
