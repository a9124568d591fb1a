pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Eats.ViewModels
import Eats.theme
import Eats.controls
import Eats.schedule

Item {
    id: screen

    required property ScheduleViewModel schedule
    required property SyncViewModel sync
    required property bool compact
    required property bool letters
    property string selected: ""
    readonly property bool grid: schedule.showsGrid && !compact

    signal opened(string key)
    signal wishToggled(string key)

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        DayStrip {
            Layout.fillWidth: true
            schedule: screen.schedule
            visible: !(screen.compact && screen.height < Theme.px(520) && agenda.contentY > Theme.px(80))
        }

        FilterBar {
            Layout.fillWidth: true
            schedule: screen.schedule
            compact: screen.compact
        }

        Item {
            Layout.fillWidth: true
            Layout.fillHeight: true

            StateView {
                anchors.centerIn: parent
                width: parent.width
                state_: screen.schedule.state
                title: screen.schedule.stateTitle
                help: screen.sync.running ? screen.sync.progressText : screen.schedule.stateHelp
                actionText: screen.sync.running && screen.schedule.state === "never" ? "" : screen.schedule.stateAction
                onActed: screen.schedule.state === "filtered" ? screen.schedule.clearFilter() : screen.sync.fetch()
            }

            AgendaList {
                id: agenda

                anchors.fill: parent
                visible: screen.schedule.state === "ready" && !screen.grid
                schedule: screen.schedule
                selected: screen.selected
                letters: screen.letters
                onOpened: key => screen.opened(key)
                onWishToggled: key => screen.wishToggled(key)
            }

            Loader {
                anchors.fill: parent
                active: screen.grid
                visible: screen.schedule.state === "ready"
                sourceComponent: TimelineGrid {
                    timeline: screen.schedule.timeline
                    selected: screen.selected
                    letters: screen.letters
                    footer: screen.schedule.quietText
                    onTodayWanted: screen.schedule.goToNow()
                    onOpened: key => screen.opened(key)
                    onWishToggled: key => screen.wishToggled(key)
                }
            }
        }
    }
}
