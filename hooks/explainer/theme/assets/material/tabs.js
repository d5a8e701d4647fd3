/* The tabs that a reader chose, or that the address names (Material's partials/javascripts/content.html, as a file). */
{
  const chosen = "linked" in document.currentScript.dataset && __md_get("__tabs")
  for (const set of chosen ? document.querySelectorAll(".tabbed-set") : []) {
    const labels = [...set.querySelectorAll(":scope > .tabbed-labels label")]
    const label = chosen.map(tab => labels.find(each => each.innerText.trim() === tab)).find(Boolean)
    if (label) document.getElementById(label.htmlFor).checked = true
  }
  const target = document.getElementById(location.hash.slice(1))
  if (target?.name?.startsWith("__tabbed_")) target.checked = true
}
