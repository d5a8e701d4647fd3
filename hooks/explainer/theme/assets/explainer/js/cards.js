/* Cards: what a link leads to, beside the link, for pointer, keyboard and touch. */

import { onPage } from "./page.js"

const LINKS = "a.ex-link, a.ex-cite, a.ex-glance__mark"
const DELAY = 200 // ms, for a pointer that passes by or is on its way into the card
let open = null
let opener = null
let timer = 0
let byTouch = false

/* A note's card is made of the note. */
const cardOf = link => {
  const name = (link.href?.baseVal ?? link.href).split("#")[1] // a link in a drawing has an address of another kind
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

onPage(hide)
