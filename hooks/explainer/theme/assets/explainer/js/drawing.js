/* Arrow keys walk along a drawn timeline. */

document.addEventListener("keydown", event => {
  const mark = event.target.closest?.(".ex-glance__mark")
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key]
  if (!mark || !step) return
  event.preventDefault()
  const marks = [...mark.closest(".ex-glance").querySelectorAll(".ex-glance__mark")]
  const along = document.body.dir === "rtl" ? -step : step
  marks[marks.indexOf(mark) + along]?.focus()
})
