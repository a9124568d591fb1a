/* A card with nothing on it: how large the others will be. */

MallCard {
    key: ""
    name: ""
    store: ""
    priceText: ""
    listPriceText: ""
    discountText: ""
    unitPriceText: ""
    ratingText: ""
    dropText: ""
    photoUrl: ""
    drawing: ""
    spokenText: ""
    canCart: true
    isHere: false
    visible: false
}
