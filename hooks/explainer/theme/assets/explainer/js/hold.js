/* In a long list heights far from the screen are guesses, so that a target moves when its surroundings are laid out:
   it is held in its place until it stands still, or until the reader moves the page. */

const STILL = 5 // frames
let held = null

export const hold = element => {
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

for (const kind of ["wheel", "touchmove", "keydown", "pointerdown"]) {
  addEventListener(kind, () => { held = null }, { passive: true })
}
